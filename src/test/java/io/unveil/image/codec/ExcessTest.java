package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.RejectedImage.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A file with more of something than any honest one has is refused before a library sees it")
class ExcessTest {
    private static final int LONG = 4;
    private static final int SHORT = 3;
    private static final int RATIONAL = 5;

    /** 4 MB of these made a library keep millions of objects. */
    @Test
    void emptyTablesOfJpeg() {
        refused(jpeg(1_000_000, "ffdb0002"), "the JPEG image has 1000006 segments, allowed are 4096");
    }

    @Test
    void fullTablesOfJpeg() {
        String tables = "ffdb020a" + ("00" + "01".repeat(64)).repeat(8);

        refused(jpeg(4_000, tables), "the JPEG image has 209", "bytes of tables, allowed are 524288");
    }

    @Test
    void scansThatWalkThroughALargePictureNinetyNineTimes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(HexFormat.of().parseHex("ffd8ffc2000b0813881f400101 1100".replace(" ", "")));
        for (int scan = 0; scan < 99; scan++) {
            file.writeBytes(HexFormat.of().parseHex("ffda0008010100000000"));
        }
        file.writeBytes(HexFormat.of().parseHex("ffd9"));

        refused(
                file.toByteArray(),
                "the JPEG image has 3960000000 pixels to walk through in its 99 scans, allowed are 1000000000");
    }

    @Test
    void chunksOfPng() throws Exception {
        byte[] png = PngTest.file(1, 1, 8, 0, new byte[0], new byte[0]);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(png, 0, 33);
        byte[] empty =
                ByteBuffer.allocate(12).putInt(0).put("tEXt".getBytes(US_ASCII)).array();
        for (int chunk = 0; chunk < 100_000; chunk++) {
            file.writeBytes(empty);
        }

        refused(file.toByteArray(), "the PNG image has 100001 chunks, allowed are 65536");
    }

    @Test
    void chunksOfWebp() {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int chunk = 0; chunk < 100_000; chunk++) {
            chunks.writeBytes(WebpWriter.chunk("JUNK", new byte[0]));
        }

        refused(WebpWriter.file(chunks.toByteArray()), "the WEBP image has 100000 chunks, allowed are 65536");
    }

    @Test
    void entriesOfADirectory() {
        ByteBuffer file = ByteBuffer.allocate(10 + 12 * 5_000 + 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put("II".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8).putShort((short) 5_000);

        refused(file.array(), "the TIFF image has 5000 entries in a directory, allowed are 4096");
    }

    /** Three such files at once ended the service: the library copies each array, as numbers of eight bytes. */
    @ParameterizedTest
    @ValueSource(ints = {LONG, SHORT, RATIONAL})
    void tagsOfFaxThatShareOneLongArray(int type) {
        int[][] tags = {{513, type}, {514, type}, {519, type}, {520, type}, {521, type}, {529, type}, {532, type}};
        byte[] file = tiff(6, 1 << 20, tags);

        refused(file, "values in tag 513, allowed are 1024");
    }

    @Test
    void tagsInWordsThatShareOneLongArrayAreNotCarried() {
        int[][] tags = {{269, 1}, {270, 1}, {271, 1}, {272, 1}, {285, 1}, {305, 1}, {306, 1}, {315, 1}, {316, 1}};
        Picture picture = Codec.decode(tiff(1, 3 << 20, tags), Limits.DEFAULT);

        assertThat(Metadata.of(picture).exif().orElseThrow()).hasSizeLessThan(4 << 20);
    }

    @Test
    void tilesOfOnePixel() {
        byte[] file = tiff(1, 8, new int[][] {{322, LONG, 1, 1}, {323, LONG, 1, 1}, {324, 1, 8, 0}, {325, 1, 8, 0}});
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(10 + 8, 4_000)
                .putInt(10 + 12 + 8, 4_000);

        refused(file, "the TIFF image has 16000000 strips or tiles, allowed are 250000");
    }

    @Test
    void stripsThatAllShareTheSameBytes() {
        byte[] file = tiff(1, 4 * 1_000, new int[][] {{278, LONG, 1, 1}, {273, LONG, 1_000, 0}});
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(10 + 12 + 8, 1_000);

        refused(file, "bytes in its strips or tiles, which share them, allowed are");
    }

    @Test
    void samplesOfAPixel() {
        byte[] file = tiff(8, 8, new int[][] {{277, LONG, 1, 256}, {273, LONG, 1, 8}});
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(10 + 8, 6_000)
                .putInt(10 + 12 + 8, 6_000);

        refused(file, "the TIFF image has 9216000000 samples in all, 256 in each of its pixels");
    }

    /** A resource whose length is negative led back to its own start, again and again. */
    @Test
    void resourcesThatLeadBackAreBrokenMetadata() {
        Picture picture = Picture.of(new Pixels(1, 1, 1, new float[] {.5f}), BitDepth.EIGHT, Format.JPEG);
        byte[] jpeg = Codec.encode(picture, Format.JPEG, 90);
        byte[] resources = ByteBuffer.allocate(14 + 12)
                .put(Jpeg.PHOTOSHOP_NAME.getBytes(ISO_8859_1))
                .put("8BIM".getBytes(US_ASCII))
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(-12)
                .array();
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 4 + resources.length);
        file.put(jpeg, 0, 2).putShort((short) 0xFFED).putShort((short) (2 + resources.length));
        file.put(resources).put(jpeg, 2, jpeg.length - 2);

        assertThat(Codec.decode(file.array(), Limits.DEFAULT).origin().notes())
                .contains("the IPTC block is damaged and was left out");
    }

    private static void refused(byte[] file, String... words) {
        assertThatThrownBy(() -> Codec.decode(file, Limits.DEFAULT))
                .isInstanceOfSatisfying(
                        RejectedImage.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNSUPPORTED))
                .hasMessageContainingAll(words);
    }

    /** A sound JPEG of one pixel with so many times these bytes behind its start. */
    private static byte[] jpeg(int times, String segment) {
        Picture picture = Picture.of(new Pixels(1, 1, 1, new float[] {.5f}), BitDepth.EIGHT, Format.JPEG);
        byte[] sound = Codec.encode(picture, Format.JPEG, 90);
        byte[] bytes = HexFormat.of().parseHex(segment);
        ByteBuffer file =
                ByteBuffer.allocate(sound.length + times * bytes.length).put(sound, 0, 2);
        for (int i = 0; i < times; i++) {
            file.put(bytes);
        }
        return file.put(sound, 2, sound.length - 2).array();
    }

    /**
     * A gray picture of 8 x 8 with 8 bits.
     *
     * @param data bytes behind the directory, all zero
     * @param more tags: a number and a type, whose values are all these bytes; or also a count and a value
     */
    private static byte[] tiff(int compression, int data, int[][] more) {
        int[][] tags = {{256, LONG, 1, 8}, {257, LONG, 1, 8}, {258, SHORT, 1, 8}, {259, SHORT, 1, compression}};
        int[][] strip = {{262, SHORT, 1, 1}, {279, LONG, 1, 64}};
        boolean placed = Arrays.stream(more).anyMatch(tag -> tag[0] == 273 || tag[0] == 324);
        int count = tags.length + strip.length + (placed ? 0 : 1) + more.length;
        int end = 10 + 12 * count + 4;
        ByteBuffer file = ByteBuffer.allocate(end + data).order(ByteOrder.LITTLE_ENDIAN);
        file.put("II".getBytes(ISO_8859_1)).putShort((short) 42).putInt(8).putShort((short) count);
        for (int[] tag : tags) {
            entry(file, tag, end, data);
        }
        for (int[] tag : strip) {
            entry(file, tag, end, data);
        }
        if (!placed) {
            entry(file, new int[] {273, LONG, 1, end}, end, data);
        }
        for (int[] tag : more) {
            entry(file, tag, end, data);
        }
        return file.array();
    }

    private static void entry(ByteBuffer file, int[] tag, int end, int data) {
        int bytes = tag[1] == RATIONAL ? 8 : tag[1] == LONG ? 4 : tag[1] == SHORT ? 2 : 1;
        file.putShort((short) tag[0]).putShort((short) tag[1]);
        file.putInt(tag.length > 2 ? tag[2] : data / bytes);
        file.putInt(tag.length > 2 && tag[2] == 1 ? tag[3] : end);
    }
}
