package io.unveil.image.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Difference;
import io.unveil.image.Drawn;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What is written is read again")
class RoundTripTest {
    static Stream<Arguments> exactly() {
        List<Arguments> cases = new ArrayList<>();
        for (int channels : new int[] {1, 3}) {
            for (boolean alpha : new boolean[] {false, true}) {
                for (BitDepth depth : BitDepth.values()) {
                    cases.add(Arguments.of(Format.PNG, channels, alpha, depth));
                    cases.add(Arguments.of(Format.TIFF, channels, alpha, depth));
                }
                if (channels == 3 || !alpha) {
                    cases.add(Arguments.of(Format.BMP, channels, alpha, BitDepth.EIGHT));
                }
            }
        }
        cases.add(Arguments.of(Format.WEBP, 3, false, BitDepth.EIGHT));
        cases.add(Arguments.of(Format.WEBP, 3, true, BitDepth.EIGHT));
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}, {1} channels, alpha {2}, {3} bits")
    @MethodSource("exactly")
    void bitForBit(Format format, int channels, boolean alpha, BitDepth depth) {
        for (int width : new int[] {1, 2, 3, 37}) { // rows padded to 2 and 4 bytes, and not
            Picture picture = Drawn.picture(width, 23, channels, depth, alpha);

            Picture read = Codec.decode(Codec.encode(picture, format, 95), Limits.DEFAULT);

            assertThat(read.format()).isEqualTo(format);
            assertThat(read.size()).isEqualTo(picture.size());
            assertThat(read.channels()).isEqualTo(channels);
            assertThat(read.depth()).isEqualTo(depth);
            assertThat(read.samples()).isEqualTo(picture.samples());
            assertThat(read.alpha().isPresent()).isEqualTo(alpha);
            picture.alpha()
                    .ifPresent(levels -> assertThat(read.alpha().orElseThrow()).isEqualTo(levels));
        }
    }

    @ParameterizedTest(name = "quality {0}, {1} channels: at least {2} dB")
    @CsvSource({"100, 1, 57", "100, 3, 49", "95, 3, 35", "50, 3, 28"})
    void jpegKeepsMostAndMoreWithMoreQuality(int quality, int channels, double psnr) {
        Picture picture = Drawn.picture(64, 48, channels, BitDepth.EIGHT, false);

        Picture read = Codec.decode(Codec.encode(picture, Format.JPEG, quality), Limits.DEFAULT);

        assertThat(read.channels()).isEqualTo(channels);
        assertThat(Difference.between(picture.pixels(), read.pixels()).psnr()).isBetween(psnr, psnr + 3);
    }

    @Test
    @DisplayName("JPEG keeps colour that changes from pixel to pixel: 4:4:4")
    void jpegKeepsColourAtFullResolution() {
        float[] values = new float[32 * 32 * 3];
        for (int i = 0; i < 32 * 32; i++) {
            values[3 * i + (i % 2 == 0 ? 0 : 2)] = 1; // columns red and blue in turn
        }
        Pixels stripes = new Pixels(32, 32, 3, values);

        Picture read = Codec.decode(
                Codec.encode(Picture.of(stripes, BitDepth.EIGHT, Format.PNG), Format.JPEG, 95), Limits.DEFAULT);

        assertThat(Difference.between(stripes, read.pixels()).psnr()).isGreaterThan(30); // 4:2:0 mixes them: below 15
    }

    @Test
    void jpegLeavesAlphaOutAndTheColoursAsTheyStand() {
        Picture picture = Drawn.picture(40, 40, 3, BitDepth.EIGHT, true);

        Picture read = Codec.decode(Codec.encode(picture, Format.JPEG, 100), Limits.DEFAULT);

        assertThat(read.hasAlpha()).isFalse();
        assertThat(Difference.between(picture.pixels(), read.pixels()).mae()).isLessThan(2);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "128, 0", "129, 1", "32768, 128", "65406, 254", "65407, 255", "65535, 255"})
    @DisplayName("16 bits become 8 by rounding to the nearest level")
    void sixteenBitsBecomeEight(int sixteen, int eight) {
        Picture picture = Picture.of(new Pixels(1, 1, 1, new float[] {sixteen / 65535f}), BitDepth.SIXTEEN, Format.PNG);

        Picture read = Codec.decode(Codec.encode(picture, Format.BMP, 95), Limits.DEFAULT);

        assertThat(read.depth()).isEqualTo(BitDepth.EIGHT);
        assertThat(read.level(0, 0, 0)).isEqualTo(eight);
    }

    @Test
    void grayBecomesRgbInWebp() {
        Picture picture = Drawn.picture(20, 10, 1, BitDepth.EIGHT, true);

        Picture read = Codec.decode(Codec.encode(picture, Format.WEBP, 95), Limits.DEFAULT);

        assertThat(read.channels()).isEqualTo(3);
        assertThat(read.level(13, 7, 0)).isEqualTo(picture.level(13, 7, 0));
        assertThat(read.level(13, 7, 2)).isEqualTo(picture.level(13, 7, 0));
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "TIFF", "WEBP"})
    void theColourProfileIsCarriedAndTheSamplesAreNotConverted(Format format) {
        byte[] profile =
                ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData(); // converted samples would be far off
        Picture picture = Drawn.withProfile(Drawn.picture(40, 30, 3, BitDepth.EIGHT, false), profile);

        Picture read = Codec.decode(Codec.encode(picture, format, 100), Limits.DEFAULT);
        Picture again = Codec.decode(Codec.encode(read.with(read.pixels()), Format.PNG, 100), Limits.DEFAULT);

        assertThat(read.profile()).hasValue(profile);
        assertThat(again.profile()).hasValue(profile);
        assertThat(Difference.between(picture.pixels(), read.pixels()).mae()).isLessThan(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "TIFF"})
    void theProfileOfAGrayPictureIsCarriedToo(Format format) {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        Picture picture = Drawn.withProfile(Drawn.picture(40, 30, 1, BitDepth.EIGHT, false), profile);

        Picture read = Codec.decode(Codec.encode(picture, format, 100), Limits.DEFAULT);

        assertThat(read.profile()).hasValue(profile);
        assertThat(Difference.between(picture.pixels(), read.pixels()).mae()).isLessThan(1);
    }

    @Test
    void aProfileLongerThanASegmentIsPutTogetherAgain() {
        byte[] profile = java.util.Arrays.copyOf(
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData(), 150_000);
        java.nio.ByteBuffer.wrap(profile).putInt(0, profile.length);
        profile[149_999] = 42;
        Picture picture = Drawn.withProfile(Drawn.picture(8, 8, 3, BitDepth.EIGHT, false), profile);

        Picture read = Codec.decode(Codec.encode(picture, Format.JPEG, 95), Limits.DEFAULT);

        assertThat(read.profile()).hasValue(profile);
    }
}
