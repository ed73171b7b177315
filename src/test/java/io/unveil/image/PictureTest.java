package io.unveil.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PictureTest {
    @ParameterizedTest(name = "{0} at {1} becomes level {2}")
    @CsvSource({
        "0, EIGHT, 0",
        "1, EIGHT, 255",
        "1, SIXTEEN, 65535",
        "-0.5, EIGHT, 0", // clipped, not wrapped to 128
        "1.5, SIXTEEN, 65535",
        "0.5, EIGHT, 128", // 127.5 is rounded, not cut
        "0.5, SIXTEEN, 32768"
    })
    void valuesAreClippedAndRounded(float value, BitDepth depth, int level) {
        Picture picture = Picture.of(new Pixels(1, 1, 1, new float[] {value}), depth, Format.PNG);

        assertThat(picture.level(0, 0, 0)).isEqualTo(level);
    }

    @ParameterizedTest
    @EnumSource
    void everyLevelSurvivesTheWayThroughValues(BitDepth depth) {
        short[] levels = new short[depth.white() + 1];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (short) i;
        }
        Picture picture =
                new Picture(new Size(levels.length, 1), 1, depth, levels, Optional.empty(), Origin.of(Format.PNG));

        assertThat(picture.with(picture.pixels()).samples()).isEqualTo(levels);
    }

    @Test
    void aPicturePaintedTileByTileIsThePicture() {
        Picture picture = Drawn.picture(23, 17, 3, BitDepth.SIXTEEN, true);
        Picture.Canvas canvas = picture.canvas();
        for (int y = 0; y < 17; y += 8) {
            for (int x = 0; x < 23; x += 10) {
                canvas.put(x, y, picture.region(x, y, Math.min(10, 23 - x), Math.min(8, 17 - y)));
            }
        }

        assertThat(canvas.picture().samples()).isEqualTo(picture.samples());
        assertThat(canvas.picture().alpha()).isEqualTo(picture.alpha());
    }

    @Test
    void pixelsOfAnotherSizeAreRefused() {
        Picture picture = Drawn.picture(4, 3, 3, BitDepth.EIGHT, false);

        assertThatThrownBy(() -> picture.with(new Pixels(3, 4, 3, new float[36])))
                .hasMessage("a picture of 4 x 3 in 3 channels cannot take pixels of 3 x 4 in 3");
    }
}
