package io.unveil.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An interruption")
class InterruptionTest {
    private static final Size SIZE = new Size(140, 120);
    private static final Mask HOLE = FillPictures.rectangle(SIZE, 40, 30, 60, 60);

    /** Lets so many questions pass, and counts them. */
    private static final class Patience implements Interruption {
        private static final class Over extends RuntimeException {}

        private final int most;
        private int asked;

        Patience(int most) {
            this.most = most;
        }

        static Patience endless() {
            return new Patience(Integer.MAX_VALUE);
        }

        @Override
        public void check() {
            if (++asked > most) {
                throw new Over();
            }
        }
    }

    static Stream<Named<Function<Interruption, Fill>>> fills() {
        return Stream.of(
                Named.of("harmonic", HarmonicFill::new),
                Named.of("push-pull", PushPull::new),
                Named.of("exemplar", interruption -> new PatchCompletion(new HarmonicFill(), 1, interruption)));
    }

    @ParameterizedTest(name = "ends {0} wherever it comes, at once")
    @MethodSource("fills")
    void endsAFillInside(Function<Interruption, Fill> by) {
        Pixels picture = FillPictures.noise(140, 120, 3, 1);
        Patience whole = Patience.endless();
        by.apply(whole).fill(picture, HOLE);
        for (int most : new int[] {0, 1, whole.asked / 2, whole.asked - 1}) {
            Patience patience = new Patience(most);
            assertThatThrownBy(() -> by.apply(patience).fill(picture, HOLE)).isInstanceOf(Patience.Over.class);
            assertThat(patience.asked).isEqualTo(most + 1);
        }
    }

    @Test
    @DisplayName("is asked for before each sweep of the harmonic fill, at every level")
    void isAskedBeforeEachSweep() {
        boolean[] hole = new boolean[64 * 64];
        Arrays.fill(hole, 1, hole.length, true); // one known pixel: levels of 64, 32, 16, 8, 4, 2, and 1 that is whole
        Patience patience = Patience.endless();
        new Pyramid(hole, 64, 64, 1, patience).smooth(new float[64 * 64]);
        int cycles = 6 + 5 + 4 + 3 + 2 + 1; // a cycle of a level goes through all below it
        assertThat(patience.asked).isEqualTo(7 + cycles * 4);
    }

    @Test
    @DisplayName("is asked for in each pass over the patches, once in 1024 of them")
    void isAskedWithinEachPass() {
        boolean[] hole = new boolean[140 * 120];
        for (int i = 0; i < hole.length; i++) {
            hole[i] = HOLE.at(i % 140, i / 140);
        }
        PatchLevel level = new PatchLevel(FillPictures.noise(140, 120, 1, 1).values(), hole, hole, 140, 120, 1);
        Patience patience = Patience.endless();
        PatchField field = new PatchField(level, patience);
        int each = 5; // 66 x 66 patches touch the hole
        assertThat(field.targets()).hasSize(66 * 66);
        SplittableRandom random = new SplittableRandom(1);
        field.matchAtRandom(random);
        field.measure();
        assertThat(patience.asked).isEqualTo(each);
        field.search(true, 16, random);
        field.search(false, 16, random);
        assertThat(patience.asked).isEqualTo(3 * each);
        PatchVote vote = new PatchVote(field);
        vote.takeLikely();
        assertThat(patience.asked).isEqualTo(4 * each);
        new PatchBlend(field, 1).blend();
        assertThat(patience.asked).as("the best matches, and 48 sweeps").isEqualTo(5 * each + 48);
    }
}
