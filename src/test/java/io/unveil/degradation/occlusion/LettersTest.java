package io.unveil.degradation.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The letters")
class LettersTest {
    @Test
    @DisplayName("are there: both cases, digits and punctuation, each with something to draw between the lines")
    void areThere() {
        for (char letter :
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:!?-'()/+&\u00a9".toCharArray()) {
            assertThat(Letters.of(letter).strokes())
                    .as("%s", letter)
                    .isNotEmpty()
                    .allSatisfy(stroke -> {
                        assertThat(stroke.length).isEven().isGreaterThanOrEqualTo(4);
                        for (double coordinate : stroke) {
                            assertThat(coordinate).isBetween(0., 9.);
                        }
                    });
        }
    }

    @Test
    @DisplayName("look like themselves: a small F")
    void lookLikeThemselves() {
        Canvas canvas = new Canvas(new Size(7, 9));
        new Handwriting(1, 1, 0, 1, 0, 1, 12).write(canvas, "F", 1.5, .5, 0, 0, 0);
        assertThat(rows(canvas)).isEqualTo("""
                .#####.
                .#.....
                .#.....
                .####..
                .#.....
                .#.....
                .#.....
                .#.....
                .......
                """);
    }

    @Test
    @DisplayName("with round parts close where they should: O is a ring, symmetric, around a hollow")
    void areRound() {
        Canvas canvas = new Canvas(new Size(70, 90));
        new Handwriting(10, 8, 0, 1, 0, 2, 12).write(canvas, "O", 10, 10, 0, 0, 0);
        boolean[] covered = canvas.covered();
        assertThat(covered[45 * 70 + 35]).isFalse(); // (2.5, 3.5), the middle
        assertThat(covered[45 * 70 + 10]).isTrue();
        assertThat(covered[45 * 70 + 60]).isTrue();
        assertThat(covered[10 * 70 + 35]).isTrue();
        assertThat(covered[80 * 70 + 35]).isTrue();
        assertThat(covered[12 * 70 + 12]).isFalse(); // the corner is cut
    }

    @Test
    @DisplayName("stand side by side: a word is as long as its letters and gaps")
    void areSetInLines() {
        Handwriting hand = new Handwriting(4, 3, 0, 1, 0, 1.5, 12);
        assertThat(hand.length("HI")).isCloseTo(4 + 1.5 + 0 + 1.5, within(1e-9));
        assertThat(hand.length("H I")).isCloseTo(4 + 1.5 + 3.5 + 0 + 1.5, within(1e-9));
    }

    /** An I is a bar from (0, 0) to (0, 7); the box is left, top, right, bottom of what is covered, in pixels, the pen one pixel wide. */
    @ParameterizedTest(name = "slanted by {0}, with serifs of {1} and turned by {2} quarters, an I lies in {3}")
    @CsvSource({
        "0, 0, 0, 50 50 50 64",
        "1, 0, 0, 50 50 64 64", // its top goes to the right
        "0, 1, 0, 48 50 52 64",
        "0, 0, 1, 36 50 50 50", // clockwise: down becomes left
    })
    void areWrittenByTheHand(double slant, double serif, int quarters, String box) {
        Canvas canvas = new Canvas(new Size(100, 100));
        new Handwriting(2, 1, slant, 1, serif, 1, 12).write(canvas, "I", 50.5, 50.5, quarters * Math.PI / 2, 0, 0);
        assertThat(box(canvas)).isEqualTo(box);
    }

    private static String box(Canvas canvas) {
        int width = canvas.size().width();
        int[] box = {100, 100, 0, 0};
        for (int i = 0; i < canvas.covered().length; i++) {
            if (canvas.covered()[i]) {
                box[0] = Math.min(box[0], i % width);
                box[1] = Math.min(box[1], i / width);
                box[2] = Math.max(box[2], i % width);
                box[3] = Math.max(box[3], i / width);
            }
        }
        return "%d %d %d %d".formatted(box[0], box[1], box[2], box[3]);
    }

    private static String rows(Canvas canvas) {
        int width = canvas.size().width();
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < canvas.covered().length; i++) {
            rows.append(canvas.covered()[i] ? '#' : '.').append(i % width == width - 1 ? "\n" : "");
        }
        return rows.toString();
    }
}
