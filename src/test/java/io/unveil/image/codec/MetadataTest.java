package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.BitDepth;
import io.unveil.image.Drawn;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The file is a drawn slope with Exif, a thumbnail, XMP, IPTC, an ICC profile, 240 dots an inch and orientation 6. */
class MetadataTest {
    private static byte[] file() throws IOException {
        try (InputStream file = MetadataTest.class.getResourceAsStream("metadata.jpg")) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private static Picture picture() throws IOException {
        return Codec.decode(file(), Limits.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "TIFF"})
    void cameraDateCopyrightAndPlaceAreKept(Format format) throws IOException {
        Metadata kept = Metadata.of(Codec.decode(Codec.encode(picture(), format, WriteOptions.USUAL), Limits.DEFAULT));

        TiffTags exif = TiffTags.first(kept.exif().orElseThrow());
        assertThat(exif.text(271)).isEqualTo("Unveil");
        assertThat(exif.text(33432)).isEqualTo("CC0, drawn by the program");
        TiffTags camera = exif.pointedTo(ExifBlock.EXIF).get(0);
        assertThat(camera.text(36867)).isEqualTo("2026:01:02 03:04:05");
        assertThat(camera.fraction(33434, 0, 0)).isEqualTo(1 / 125.0);
        TiffTags place = exif.pointedTo(ExifBlock.GPS).get(0);
        assertThat(place.fraction(2, 0, 0)).isEqualTo(48);
        assertThat(new String(kept.xmp().orElseThrow(), ISO_8859_1)).contains("A drawn slope");
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "TIFF"})
    void thePictureIsUprightAndNothingTurnsItAgain(Format format) throws IOException {
        Picture picture = picture();
        Picture again = Codec.decode(Codec.encode(picture, format, WriteOptions.USUAL), Limits.DEFAULT);

        assertThat(picture.size()).isEqualTo(new Size(24, 40));
        assertThat(again.size()).isEqualTo(new Size(24, 40));
        Metadata kept = Metadata.of(again);
        assertThat(TiffTags.first(kept.exif().orElseThrow()).number(TiffTags.ORIENTATION, 0, 1))
                .isEqualTo(1);
        assertThat(new String(kept.xmp().orElseThrow(), ISO_8859_1)).contains("<tiff:Orientation>1<");
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "TIFF"})
    void captionsOfIptcAndResolutionAreKept(Format format) throws IOException {
        Metadata kept = Metadata.of(Codec.decode(Codec.encode(picture(), format, WriteOptions.USUAL), Limits.DEFAULT));

        assertThat(new String(kept.iptc().orElseThrow(), ISO_8859_1)).contains("A slope of colours", "A. Painter");
        assertThat(kept.resolution().orElseThrow().across()).isCloseTo(240, within(.01));
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "TIFF"})
    void theThumbnailOfThePictureBeforeIsDropped(Format format) throws IOException {
        String start = "\u00ff\u00d8\u00ff"; // of a JPEG

        byte[] exif = Metadata.of(picture()).exif().orElseThrow();
        Metadata kept = Metadata.of(Codec.decode(Codec.encode(picture(), format, WriteOptions.USUAL), Limits.DEFAULT));

        assertThat(new String(file(), ISO_8859_1).split(start, -1)).hasSize(3);
        assertThat(new String(exif, ISO_8859_1)).doesNotContain(start);
        assertThat(TiffTags.first(exif).chain()).hasSize(1);
        assertThat(new String(kept.exif().orElseThrow(), ISO_8859_1)).doesNotContain(start);
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "WEBP", "TIFF"})
    void strippedAnswersSayNothingOfWhoAndWhereButLookTheSame(Format format) throws IOException {
        byte[] file = Codec.encode(picture(), format, new WriteOptions(OptionalInt.empty(), false));
        Metadata left = Metadata.of(Codec.decode(file, Limits.DEFAULT));

        assertThat(left.exif()).isEmpty();
        assertThat(left.xmp()).isEmpty();
        assertThat(left.iptc()).isEmpty();
        assertThat(new String(file, ISO_8859_1)).doesNotContain("Painter", "CC0, drawn", "slope");
        assertThat(Codec.decode(file, Limits.DEFAULT).profile()).isPresent();
    }

    @Test
    void aJpegIsWrittenAtLeastAsGoodAsItCame() throws IOException {
        assertThat(JpegEncoding.of(picture())).hasValue(new JpegEncoding(82, Chroma.HALVED));
        assertThat(written(picture())).isEqualTo(new JpegEncoding(90, Chroma.HALVED));
        assertThat(written(came(93, Chroma.FULL))).isEqualTo(new JpegEncoding(93, Chroma.FULL));
        assertThat(written(came(99, Chroma.HALVED))).isEqualTo(new JpegEncoding(95, Chroma.HALVED));
        assertThat(written(Drawn.picture(40, 30, 3, BitDepth.EIGHT, false)))
                .isEqualTo(new JpegEncoding(95, Chroma.FULL));
    }

    private static Picture came(int quality, Chroma chroma) {
        Picture drawn = Drawn.picture(40, 30, 3, BitDepth.EIGHT, false);
        return Codec.decode(Codec.encodeJpeg(drawn, quality, chroma), Limits.DEFAULT);
    }

    private static JpegEncoding written(Picture picture) {
        byte[] file = Codec.encode(picture, Format.JPEG, WriteOptions.USUAL);
        return JpegEncoding.of(Codec.decode(file, Limits.DEFAULT)).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "TIFF"})
    void whatNothingWasMadeOfIsTheFileThatCame(Format format) throws IOException {
        byte[] bytes = Codec.encode(picture(), format, WriteOptions.USUAL);
        PictureFile file = PictureFile.decode(bytes, Limits.DEFAULT);

        assertThat(file.encode(file.picture(), format, WriteOptions.USUAL)).isSameAs(bytes);
        assertThat(file.encode(file.picture(), format, WriteOptions.ofQuality(95)))
                .isNotSameAs(bytes);
        assertThat(file.encode(file.picture().with(file.picture().pixels()), format, WriteOptions.USUAL))
                .isNotSameAs(bytes);
    }

    @Test
    void whatAFormatHasNoRoomForIsSaid() throws IOException {
        assertThat(Codec.losses(picture(), Format.JPEG, WriteOptions.USUAL)).isEmpty();
        assertThat(Codec.losses(picture(), Format.WEBP, WriteOptions.USUAL))
                .containsExactly("metadata left out, for which WEBP has no room: IPTC");
        assertThat(Codec.losses(picture(), Format.BMP, WriteOptions.USUAL))
                .containsExactly(
                        "the ICC profile was left out: BMP has no room for it",
                        "metadata left out, for which BMP has no room: Exif, XMP, IPTC");
        assertThat(Codec.losses(Drawn.picture(4, 4, 3, BitDepth.SIXTEEN, true), Format.JPEG, WriteOptions.USUAL))
                .containsExactly(
                        "JPEG has no transparency: the alpha channel was left out",
                        "JPEG has 8 bits a sample: the 16 of the picture were rounded");
    }
}
