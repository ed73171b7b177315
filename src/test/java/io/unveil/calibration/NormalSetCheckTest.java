package io.unveil.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.codec.Codec;
import io.unveil.inference.SpottedPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormalSetCheckTest {
    @TempDir
    Path folder;

    private void write(String name, Picture picture) throws IOException {
        Files.write(folder.resolve(name), Codec.encode(picture, Format.PNG, 95));
    }

    private void parts(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            write("part%02d.png".formatted(i), SpottedPictures.even(40, 30, 1, i));
        }
    }

    private NormalSetCheck check() throws IOException {
        return new NormalSetCheck(Dataset.read(folder.toString(), DatasetPart.TRAINING, 1, new Size(16, 16)), 64);
    }

    private static Picture stripes() {
        float[] values = new float[40 * 30];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 40 / 4 % 2 == 0 ? .2f : .8f;
        }
        return Picture.of(new Pixels(40, 30, 1, values), BitDepth.EIGHT, Format.PNG);
    }

    @Test
    void aUsualSetIsFine() throws IOException {
        parts(12);

        assertThat(check().remarks()).isEmpty();
    }

    @Test
    void veryDifferentSizesAreSaid() throws IOException {
        parts(8);
        write("large.png", SpottedPictures.even(160, 130, 1, 1));

        assertThat(check().remarks())
                .anyMatch(remark -> remark.startsWith(
                        "the pictures differ very much in size, from part00.png (40 x 30) to large.png (160 x 130)"));
    }

    @Test
    void aPictureTooLongAndThinIsRefusedByName() throws IOException {
        parts(8);
        write("thin.png", SpottedPictures.even(1000, 20, 1, 1));

        assertThatThrownBy(() -> check().remarks())
                .hasMessageStartingWith("1 of 9 pictures of ")
                .hasMessageContaining("too long and thin")
                .hasMessageEndingWith("thin.png (1000 x 20)");
    }

    @Test
    void twoProductsAreSaidAndTheFewerNamed() throws IOException {
        parts(12);
        for (int i = 0; i < 4; i++) {
            write("other%d.png".formatted(i), stripes());
        }

        assertThat(check().remarks())
                .anyMatch(remark -> remark.startsWith("the pictures look like two kinds, 12 and 4")
                        && remark.contains("other0.png"));
    }
}
