package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.Picture;
import io.unveil.image.codec.RejectedImage.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BmpTest {
    private static final int PLAIN = 0;
    private static final int RUN_LENGTH_8 = 1;
    private static final int BIT_FIELDS = 3;

    /** BITMAPINFOHEADER, then palette or masks, then rows, which the test spells out. */
    private static byte[] file(int width, int height, int bits, int compression, int[] table, byte[] pixels) {
        int start = 54 + 4 * table.length;
        ByteBuffer file = ByteBuffer.allocate(start + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0).putInt(start);
        file.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
        file.putInt(compression).putInt(pixels.length).putInt(0).putInt(0);
        file.putInt(compression == BIT_FIELDS ? 0 : table.length).putInt(0);
        for (int entry : table) {
            file.putInt(entry);
        }
        return file.put(pixels).array();
    }

    private static Picture decode(byte[] file) {
        return Codec.decode(file, Limits.DEFAULT);
    }

    @Test
    void rowsComeFromBelowUnlessTheHeightIsNegative() {
        byte[] rows = {3, 2, 1, 0, 6, 5, 4, 0}; // blue, green, red, padding

        assertThat(decode(file(1, 2, 24, PLAIN, new int[0], rows)).samples()).containsExactly(4, 5, 6, 1, 2, 3);
        assertThat(decode(file(1, -2, 24, PLAIN, new int[0], rows)).samples()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    @DisplayName("the fourth byte of 32 bits without masks is no alpha")
    void theFourthByteIsNoAlpha() {
        Picture read = decode(file(1, 1, 32, PLAIN, new int[0], new byte[] {3, 2, 1, 0}));

        assertThat(read.samples()).containsExactly(1, 2, 3);
        assertThat(read.hasAlpha()).isFalse();
    }

    @Test
    @DisplayName("5 and 6 bits are stretched to 8: 31 of 31 and 63 of 63 become 255, 16 of 31 becomes 132")
    void fewBitsAreStretched() {
        byte[] pixels = {(byte) 0xF0, (byte) 0xFF, 0, 0}; // red 31, green 63, blue 16

        Picture read = decode(file(1, 1, 16, BIT_FIELDS, new int[] {0xF800, 0x07E0, 0x001F}, pixels));

        assertThat(read.samples()).containsExactly(255, 255, 132);
    }

    @Test
    void aPaletteBecomesColoursAndAGrayOneGray() {
        byte[] pixels = {(byte) 0b10000000, 0, 0, 0}; // one bit a pixel: second colour, first colour

        assertThat(decode(file(2, 1, 1, PLAIN, new int[] {0x0A0B0C, 0x010203}, pixels))
                        .samples())
                .containsExactly(1, 2, 3, 10, 11, 12);
        assertThat(decode(file(2, 1, 1, PLAIN, new int[] {0x0A0A0A, 0x010101}, pixels))
                        .samples())
                .containsExactly(1, 10);
    }

    @Test
    void runLengthsAreUnpacked() {
        byte[] pixels = {3, 1, 1, 0, 0, 1}; // three times colour 1, once colour 0, the end

        Picture read = decode(file(4, 1, 8, RUN_LENGTH_8, new int[] {0x050505, 0x090909}, pixels));

        assertThat(read.samples()).containsExactly(9, 9, 9, 5);
    }

    @Test
    void pixelsInAFormatOfTheirOwnAreUnsupported() {
        assertThatThrownBy(() -> decode(file(1, 1, 24, 5, new int[0], new byte[4])))
                .isInstanceOfSatisfying(
                        RejectedImage.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNSUPPORTED))
                .hasMessage(
                        "the BMP image has a PNG image inside, read are plain samples, runs of 4 and 8 bits, and bit fields");
    }

    @Test
    void textThatHappensToBeginLikeABmpIsUnsupported() {
        assertThatThrownBy(() -> decode("BM is how this text begins, and it goes on".getBytes(US_ASCII)))
                .isInstanceOfSatisfying(
                        RejectedImage.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNSUPPORTED));
    }
}
