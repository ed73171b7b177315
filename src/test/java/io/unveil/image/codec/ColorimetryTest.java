package io.unveil.image.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.Format;
import io.unveil.image.Picture;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColorimetryTest {
    private static Picture odd(String name) throws IOException {
        try (InputStream file = ColorimetryTest.class.getResourceAsStream("odd/" + name)) {
            return Codec.decode(Objects.requireNonNull(file).readAllBytes(), Limits.DEFAULT);
        }
    }

    @Test
    void chunksOfPngAreCarriedIntoPng() throws IOException {
        for (String name : new String[] {"png-gama-1.0.png", "png-cicp-display-p3.png", "png-cicp-pq.png"}) {
            Picture picture = odd(name);
            Picture again = Codec.decode(Codec.encode(picture, Format.PNG, WriteOptions.USUAL), Limits.DEFAULT);

            Colorimetry came = Metadata.of(picture).colours().orElseThrow();
            assertThat(Metadata.of(again).colours().orElseThrow()).isEqualTo(came);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "WEBP", "TIFF"})
    void otherFormatsGetAProfileThatSaysTheSame(Format format) throws IOException {
        byte[] file = Codec.encode(odd("png-gama-1.0.png"), format, WriteOptions.USUAL);

        ICC_Profile profile = ICC_Profile.getInstance(
                Codec.decode(file, Limits.DEFAULT).profile().orElseThrow());
        float[] shown = new ICC_ColorSpace(profile).toRGB(new float[] {.5f, .5f, .5f});

        assertThat(shown[1]).isCloseTo(.7354f, within(.01f)); // half the light, in sRGB
    }

    @Test
    void displayP3BecomesItsProfile() throws IOException {
        byte[] file = Codec.encode(odd("png-cicp-display-p3.png"), Format.JPEG, WriteOptions.USUAL);

        ICC_Profile profile = ICC_Profile.getInstance(
                Codec.decode(file, Limits.DEFAULT).profile().orElseThrow());
        float[] red = new ICC_ColorSpace(profile).toCIEXYZ(new float[] {1, 0, 0});

        assertThat(red[0]).isCloseTo(.5151f, within(.002f)); // of Apple's Display P3 profile, under D50
        assertThat(red[1]).isCloseTo(.2412f, within(.002f));
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "WEBP", "TIFF", "BMP"})
    void highDynamicRangeIsRefusedWhereNothingCouldSayIt(Format format) throws IOException {
        Picture picture = odd("png-cicp-pq.png");

        assertThatThrownBy(() -> Codec.encode(picture, format, WriteOptions.USUAL))
                .isInstanceOf(RejectedImage.class)
                .hasMessage("the samples are of high dynamic range (PQ), which %s cannot say; ask for PNG", format);
    }
}
