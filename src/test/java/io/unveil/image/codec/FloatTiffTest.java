package io.unveil.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.Format;
import io.unveil.image.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A file of floating point numbers")
class FloatTiffTest {
    private static Picture odd(String name) throws IOException {
        try (InputStream file = FloatTiffTest.class.getResourceAsStream("odd/" + name)) {
            return Codec.decode(Objects.requireNonNull(file, name).readAllBytes(), Limits.DEFAULT);
        }
    }

    private static TiffTags tags(Picture picture) {
        return TiffTags.first(Codec.encode(picture, Format.TIFF, WriteOptions.USUAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiff-float32-rgb.tif", "tiff-float32-beyond.tif", "tiff-float16.tif", "pfm-little.pfm"})
    @DisplayName("is written as such a TIFF, with the same levels and the same scale")
    void isWrittenAsSuch(String name) throws IOException {
        Picture came = odd(name);

        Picture again = Codec.decode(Codec.encode(came, Format.TIFF, WriteOptions.USUAL), Limits.DEFAULT);

        TiffTags tags = tags(came);
        assertThat(tags.number(TiffLayout.BITS, 0, 0)).isEqualTo(32);
        assertThat(tags.number(TiffLayout.SAMPLE_FORMAT, 0, 0)).isEqualTo(TiffLayout.FLOAT);
        assertThat(again.samples()).isEqualTo(came.samples());
    }

    @Test
    @DisplayName("keeps numbers that lie beyond 0 and 1")
    void keepsNumbersBeyondBlackAndWhite() throws IOException {
        FloatScale scale = Metadata.of(odd("tiff-float32-beyond.tif")).floats().orElseThrow();

        assertThat(scale.black()).isCloseTo(-100, within(1e-6));
        assertThat(scale.white()).isCloseTo(133, within(1e-6));
        assertThat(scale.number(65535, 65535)).isEqualTo(133f);
    }

    @ParameterizedTest
    @CsvSource({"tiff-gray-12bit.tif, 16", "tiff-unsigned32.tif, 16", "tiff-rgb-plus-two.tif, 8"})
    @DisplayName("is not made of whole numbers")
    void isNotMadeOfWholeNumbers(String name, int bits) throws IOException {
        assertThat(tags(odd(name)).number(TiffLayout.BITS, 0, 0)).isEqualTo(bits);
    }
}
