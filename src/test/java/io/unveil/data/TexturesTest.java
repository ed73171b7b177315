package io.unveil.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.Draws;
import io.unveil.degradation.defect.TextureSource;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The texture of a picture")
class TexturesTest {
    private static final Size SIZE = new Size(24, 20);

    /** Its first channel rises by a level every second column, its second every second row. */
    private static Example ramps(int width, int height) {
        float[] values = new float[width * height * 3];
        for (int i = 0; i < width * height; i++) {
            values[3 * i] = (i % width) / 2 / 255f;
            values[3 * i + 1] = i / width / 2 / 255f;
        }
        Pixels pixels = new Pixels(width, height, 3, values);
        return Example.of("ramps", Picture.of(pixels, BitDepth.EIGHT, Format.PNG), 3);
    }

    @ParameterizedTest(
            name = "comes in pieces of the size asked for, from a picture of {0} x {1}, with values that are there")
    @CsvSource({"80, 60", "5, 90", "1, 1", "2, 3"})
    void comesInPieces(int width, int height) {
        TextureSource source = Textures.other(ramps(width, height));
        for (long seed = 0; seed < 40; seed++) {
            Pixels piece = source.piece(SIZE, new Draws(seed));
            assertThat(piece.size()).isEqualTo(SIZE);
            assertThat(piece.channels()).isEqualTo(3);
            int wrong = 0;
            for (int i = 0; i < piece.values().length; i++) {
                float most = (i % 3 == 0 ? (width - 1) / 2 : i % 3 == 1 ? (height - 1) / 2 : 0) / 255f;
                wrong += piece.values()[i] >= -1e-6 && piece.values()[i] <= most + 1e-6 ? 0 : 1;
            }
            assertThat(wrong).isZero();
        }
    }

    /** A step to the right in the piece is a step of so many columns and rows in the picture, which the ramps tell where nothing is mirrored. */
    @Test
    @DisplayName(
            "is turned and stretched: that of others at any angle by up to 2, its own half of the time upright and by up to 1.5")
    void isTurnedAndStretched() {
        Example picture = ramps(400, 400);
        double mostOfOthers = 0;
        double mostOfOwn = 0;
        int upright = 0;
        int othersUpright = 0;
        for (long seed = 0; seed < 400; seed++) {
            double[] other = step(Textures.other(picture).piece(new Size(41, 1), new Draws(seed)));
            double[] own = step(Textures.own(picture).piece(new Size(41, 1), new Draws(seed)));
            mostOfOthers = Math.max(mostOfOthers, Math.hypot(other[0], other[1]));
            mostOfOwn = Math.max(mostOfOwn, Math.hypot(own[0], own[1]));
            othersUpright += Math.abs(other[1]) < .12 * Math.abs(other[0]) ? 1 : 0;
            upright += Math.abs(own[1]) < .12 * Math.abs(own[0]) ? 1 : 0;
        }
        assertThat(mostOfOthers).isCloseTo(2, within(.1));
        assertThat(mostOfOwn).isCloseTo(1.5, within(.1));
        assertThat(upright / 400.).isCloseTo(.53, within(.07));
        assertThat(othersUpright / 400.).isCloseTo(.06, within(.04));
    }

    private static double[] step(Pixels row) {
        int last = row.values().length - 3;
        double columns = (row.values()[last] - row.values()[0]) * 2 * 255;
        double rows = (row.values()[last + 1] - row.values()[1]) * 2 * 255;
        return new double[] {columns / (row.width() - 1), rows / (row.width() - 1)};
    }

    @Test
    @DisplayName("follows the draws")
    void followsTheDraws() {
        TextureSource source = Textures.own(ramps(60, 50));
        assertThat(source.piece(SIZE, new Draws(1)).values())
                .isEqualTo(source.piece(SIZE, new Draws(1)).values())
                .isNotEqualTo(source.piece(SIZE, new Draws(2)).values());
    }
}
