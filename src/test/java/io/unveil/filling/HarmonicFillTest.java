package io.unveil.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The harmonic fill")
class HarmonicFillTest {
    private static final double TENTH_OF_A_LEVEL = .1 / 255;
    private final HarmonicFill harmonic = new HarmonicFill();

    static Stream<Arguments> holes() {
        Size size = new Size(17, 14);
        return Stream.of(
                Arguments.of("a square", FillPictures.rectangle(size, 4, 3, 9, 8)),
                Arguments.of("one at the border, which is a mirror", FillPictures.rectangle(size, 0, 0, 8, 14)),
                Arguments.of("all but the corners", Mask.of(size, (x, y) -> x % 16 + y % 13 > 0)),
                Arguments.of("single pixels", FillPictures.scattered(size, .2, 1)),
                Arguments.of("few known pixels", FillPictures.scattered(size, .93, 2)));
    }

    @ParameterizedTest(name = "solves the Laplace equation: {0}")
    @MethodSource("holes")
    void isWhatTheDenseSystemSays(String what, Mask hole) {
        Pixels picture = FillPictures.noise(17, 14, 3, 7);
        Pixels exact = DenseMembrane.fill(picture, hole);
        assertThat(FillPictures.largestDifference(harmonic.fill(FillPictures.withRubbish(picture, hole), hole), exact))
                .isLessThan(TENTH_OF_A_LEVEL);
    }

    @ParameterizedTest(name = "is nearly exact in its quick form: {0}")
    @MethodSource("holes")
    void isNearInTheQuickForm(String what, Mask hole) {
        Pixels picture = FillPictures.noise(17, 14, 3, 7);
        Pixels quick = FillPictures.withRubbish(picture, hole);
        HarmonicFill.fill(quick.values(), holes(hole), 17, 14, 3);
        Pixels exact = DenseMembrane.fill(picture, hole);
        assertThat(FillPictures.difference(quick, exact)).isLessThan(.03); // the values have a deviation of .29
    }

    @Test
    @DisplayName("goes on with a slope straight through a large hole: harmonic functions fill themselves")
    void continuesASlope() {
        Pixels slope = FillPictures.picture(220, 210, 1, (x, y) -> .1 + .003 * x - .0004 * y);
        Mask hole = FillPictures.rectangle(slope.size(), 10, 5, 200, 200);
        assertThat(FillPictures.largestDifference(harmonic.fill(FillPictures.withRubbish(slope, hole), hole), slope))
                .isLessThan(TENTH_OF_A_LEVEL);
    }

    @Test
    @DisplayName("depends only on the rim: pixels further off change nothing")
    void dependsOnTheRimAlone() {
        Pixels picture = FillPictures.noise(60, 50, 1, 3);
        Mask hole = FillPictures.rectangle(picture.size(), 20, 20, 11, 10);
        Pixels other = FillPictures.noise(60, 50, 1, 4);
        for (int y = 19; y < 31; y++) {
            System.arraycopy(picture.values(), y * 60 + 19, other.values(), y * 60 + 19, 13);
        }
        Pixels one = harmonic.fill(picture, hole);
        Pixels two = harmonic.fill(other, hole);
        for (int y = 20; y < 30; y++) {
            for (int x = 20; x < 31; x++) {
                assertThat(two.values()[y * 60 + x])
                        .isCloseTo(one.values()[y * 60 + x], within((float) TENTH_OF_A_LEVEL));
            }
        }
    }

    @Test
    @DisplayName("in its quick form refuses arrays that do not go together")
    void refusesOddArrays() {
        assertThatThrownBy(() -> HarmonicFill.fill(new float[12], new boolean[6], 3, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 x 2 pixels of 3 channels, but 12 values and 6 holes");
    }

    private static boolean[] holes(Mask mask) {
        int width = mask.size().width();
        boolean[] holes = new boolean[width * mask.size().height()];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = mask.at(i % width, i / width);
        }
        return holes;
    }
}
