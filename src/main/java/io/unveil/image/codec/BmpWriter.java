package io.unveil.image.codec;

import io.unveil.image.Format;
import io.unveil.image.Picture;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * BMP with 8 bits, uncompressed, rows from below: gray as a palette of 256 grays, RGB with 24 bits a pixel, with alpha
 * 32 bits and masks (BITMAPV4HEADER). A colour profile is left out: hardly a program looks for one in this format.
 */
final class BmpWriter {
    private static final int FILE_HEADER = 14;
    private static final int INFO_HEADER = 40;
    private static final int V4_HEADER = 108;
    private static final int SRGB = 0x73524742;

    private BmpWriter() {}

    /** @throws RejectedImage for samples of high dynamic range */
    static byte[] write(Picture source) {
        ColorimetricProfile.of(source, Format.BMP);
        Optional<Resolution> resolution = Metadata.of(source).resolution();
        Picture picture = source.inEightBits();
        boolean alpha = picture.hasAlpha();
        boolean palette = picture.channels() == 1 && !alpha;
        int width = picture.size().width();
        int height = picture.size().height();
        int bytes = alpha ? 4 : palette ? 1 : 3;
        int stride = (width * bytes + 3) / 4 * 4;
        int headers = FILE_HEADER + (alpha ? V4_HEADER : INFO_HEADER);
        int start = headers + (palette ? 1024 : 0);
        int length = Math.addExact(start, Math.multiplyExact(stride, height));
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').putInt(length).putInt(0).putInt(start);
        file.putInt(headers - FILE_HEADER)
                .putInt(width)
                .putInt(height)
                .putShort((short) 1)
                .putShort((short) (8 * bytes));
        file.putInt(alpha ? 3 : 0).putInt(stride * height); // with masks or plain
        file.putInt(resolution.map(dots -> Resolution.perMetre(dots.across())).orElse(0));
        file.putInt(resolution.map(dots -> Resolution.perMetre(dots.down())).orElse(0));
        if (alpha) {
            file.putInt(0).putInt(0); // no palette
            file.putInt(0xFF0000).putInt(0xFF00).putInt(0xFF).putInt(0xFF000000).putInt(SRGB);
        }
        file.position(headers);
        for (int level = 0; level < 256 && palette; level++) {
            file.putInt(level << 16 | level << 8 | level);
        }
        Interleaved rows = new Interleaved(picture);
        byte[] line = new byte[rows.bytesPerRow()];
        for (int y = 0; y < height; y++) {
            rows.row(y, line, 0);
            file.position(start + (height - 1 - y) * stride);
            putRow(file, line, rows.bands());
        }
        return file.array();
    }

    /** Blue, green, red, alpha; gray without alpha as it is. */
    private static void putRow(ByteBuffer file, byte[] line, int bands) {
        for (int from = 0; from < line.length; from += bands) {
            switch (bands) {
                case 1 -> file.put(line[from]);
                case 2 -> file.put(line[from]).put(line[from]).put(line[from]).put(line[from + 1]);
                default -> {
                    file.put(line[from + 2]).put(line[from + 1]).put(line[from]);
                    if (bands == 4) {
                        file.put(line[from + 3]);
                    }
                }
            }
        }
    }
}
