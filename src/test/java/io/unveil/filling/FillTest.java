package io.unveil.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every fill")
class FillTest {
    private static final Size SIZE = new Size(47, 38);

    static Stream<Named<Fill>> fills() {
        return Stream.of(
                Named.of("harmonic", new HarmonicFill()),
                Named.of("push-pull", new PushPull(Interruption.none())),
                Named.of("telea", new Telea()),
                Named.of("navier-stokes", new NavierStokes()),
                Named.of("exemplar", new PatchCompletion(new HarmonicFill(), 1, Interruption.none())));
    }

    /** OpenCV adds gradients to its means, and goes beyond what it averages by some levels. */
    private static float slack(Fill fill) {
        return fill instanceof Telea || fill instanceof NavierStokes ? .04f : .0005f;
    }

    @ParameterizedTest(
            name = "{0}: leaves what is outside of the mask as it was, bit for bit, and the picture it is given too")
    @MethodSource("fills")
    void leavesTheRest(Fill fill) {
        for (int channels : new int[] {1, 3}) {
            Pixels picture = FillPictures.noise(47, 38, channels, 1);
            float[] before = picture.values().clone();
            Mask hole = FillPictures.scattered(SIZE, .3, 2);
            float[] filled = fill.fill(picture, hole).values();
            assertThat(picture.values()).isEqualTo(before);
            for (int i = 0; i < filled.length; i++) {
                int pixel = i / channels;
                if (!hole.at(pixel % 47, pixel / 47)) {
                    assertThat(filled[i]).isEqualTo(before[i]);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}: never looks into the hole")
    @MethodSource("fills")
    void isBlindToTheHole(Fill fill) {
        Pixels picture = FillPictures.noise(47, 38, 3, 1);
        Mask hole = FillPictures.rectangle(SIZE, 20, 10, 12, 9);
        assertThat(fill.fill(FillPictures.withRubbish(picture, hole), hole).values())
                .isEqualTo(fill.fill(picture, hole).values());
    }

    @ParameterizedTest(name = "{0}: stays within the values around the hole, wherever it lies")
    @MethodSource("fills")
    void staysWithinItsSurroundings(Fill fill) {
        Pixels picture = FillPictures.picture(47, 38, 3, (x, y) -> (x + y) % 3 == 0 ? .3 : .6);
        for (Mask hole : new Mask[] {
            FillPictures.rectangle(SIZE, 20, 10, 12, 9),
            FillPictures.rectangle(SIZE, 0, 0, 9, 9), // in a corner
            FillPictures.rectangle(SIZE, 30, 0, 17, 38), // all of one side
            FillPictures.scattered(SIZE, .9, 3)
        }) {
            float[] filled =
                    fill.fill(FillPictures.withRubbish(picture, hole), hole).values();
            for (int i = 0; i < filled.length; i++) {
                assertThat(filled[i] - i % 3 / 10.).isBetween(.3 - slack(fill), .6 + slack(fill));
            }
        }
    }

    @ParameterizedTest(name = "{0}: gives the picture back where nothing is missing")
    @MethodSource("fills")
    void keepsAWholePicture(Fill fill) {
        Pixels picture = FillPictures.noise(47, 38, 3, 1);
        assertThat(fill.fill(picture, Mask.of(SIZE, (x, y) -> false)).values()).isEqualTo(picture.values());
    }

    @ParameterizedTest(name = "{0}: gives mid gray where everything is")
    @MethodSource("fills")
    void isGrayWhereNothingIsKnown(Fill fill) {
        Pixels picture = FillPictures.noise(47, 38, 3, 1);
        assertThat(fill.fill(picture, Mask.of(SIZE, (x, y) -> true)).values()).containsOnly(.5f);
    }

    @ParameterizedTest(name = "{0}: does not need more than one known pixel")
    @MethodSource("fills")
    void spreadsOnePixel(Fill fill) {
        Pixels picture = FillPictures.picture(47, 38, 1, (x, y) -> x == 5 && y == 30 ? .8 : 0);
        float[] filled =
                fill.fill(picture, Mask.of(SIZE, (x, y) -> x != 5 || y != 30)).values();
        for (float value : filled) {
            assertThat(value).isCloseTo(.8f, within(slack(fill)));
        }
    }

    @ParameterizedTest(name = "{0}: refuses a mask of another size")
    @MethodSource("fills")
    void refusesAnotherSize(Fill fill) {
        assertThatThrownBy(() ->
                        fill.fill(FillPictures.noise(47, 38, 1, 1), FillPictures.scattered(new Size(38, 47), .5, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the mask is 38 x 47 pixels, the picture 47 x 38");
    }
}
