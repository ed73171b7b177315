package io.unveil.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The eight ways to lay a picture. */
class TurnTest {
    /** a b c over d e f. */
    private static final Pixels LETTERS = new Pixels(3, 2, 1, new float[] {'a', 'b', 'c', 'd', 'e', 'f'});

    private static String letters(Pixels pixels) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pixels.values().length; i++) {
            text.append(i > 0 && i % pixels.width() == 0 ? "/" : "").append((char) pixels.values()[i]);
        }
        return text.toString();
    }

    @ParameterizedTest(name = "turn {0}: {1}")
    @CsvSource({
        "0, abc/def", // as it is
        "1, cba/fed",
        "2, def/abc",
        "3, fed/cba", // half a turn
        "4, ad/be/cf",
        "5, da/eb/fc", // a quarter turn clockwise
        "6, cf/be/ad",
        "7, fc/eb/da"
    })
    void eachIsATranspositionThenFlips(int index, String expected) {
        assertThat(letters(new Turn(index).apply(LETTERS))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "turn {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void eachCanBeUndoneWithAllChannels(int index) {
        Pixels two = new Pixels(3, 2, 2, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        Turn turn = new Turn(index);
        Pixels back = turn.undo(turn.apply(two));
        assertThat(back.size()).isEqualTo(two.size());
        assertThat(back.values()).isEqualTo(two.values());
    }

    @Test
    void thereAreEightDifferentOnesAndTheFirstLeavesAllAsItIs() {
        Set<String> seen = new HashSet<>();
        Turn.ALL.forEach(turn -> seen.add(letters(turn.apply(LETTERS))));
        assertThat(seen).hasSize(8);
        assertThat(Turn.ALL.get(0)).isEqualTo(new Turn(0));
        assertThat(Arrays.equals(Turn.ALL.get(0).apply(LETTERS).values(), LETTERS.values()))
                .isTrue();
    }
}
