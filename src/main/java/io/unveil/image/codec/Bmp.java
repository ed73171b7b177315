package io.unveil.image.codec;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * The headers of a BMP file: BITMAPFILEHEADER and one of the BITMAP…HEADERs, distinguished by their sizes (Microsoft,
 * "Bitmap Storage").
 */
final class Bmp implements ImageFile {
    private static final int INFO = 14;
    private static final int CORE_HEADER = 12;
    private static final List<Integer> HEADERS = List.of(CORE_HEADER, 40, 52, 56, 64, 108, 124);
    private static final int RUN_LENGTH_8 = 1;
    private static final int RUN_LENGTH_4 = 2;
    private static final int BIT_FIELDS = 3;

    private final byte[] file;
    private final ByteBuffer data;
    private final boolean core;

    Bmp(byte[] file) {
        this.file = file;
        this.data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int header = data.getInt(INFO);
        if (!HEADERS.contains(header)) {
            throw RejectedImage.unsupported(
                    "the bytes begin like a BMP image, but its header has %d bytes, allowed are %s"
                            .formatted(header, HEADERS));
        }
        core = header == CORE_HEADER;
    }

    /** A negative height means that rows come from the top. */
    @Override
    public List<Claim> claims() {
        return List.of(
                core
                        ? new Claim(data.getShort(INFO + 4) & 0xFFFF, data.getShort(INFO + 6) & 0xFFFF)
                        : new Claim(data.getInt(INFO + 4), Math.abs((long) data.getInt(INFO + 8))));
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    @Override
    public Optional<byte[]> profile() {
        return Optional.empty();
    }

    @Override
    public Samples samples() throws IOException {
        int compression = core ? 0 : data.getInt(INFO + 16);
        if (compression < 0 || compression > BIT_FIELDS) {
            throw RejectedImage.unsupported(
                    "the BMP image has compression %d, allowed are 0 to 3".formatted(compression));
        }
        long needed = (data.getInt(10) & 0xFFFFFFFFL) + pixelBytes(compression);
        if (needed > file.length) {
            throw RejectedImage.damaged(
                    "the BMP image is cut short: it needs %d bytes and has %d".formatted(needed, file.length));
        }
        return Rasters.samples(Rasters.read(new BMPImageReaderSpi().createReaderInstance(null), file, warning -> true));
    }

    private long pixelBytes(int compression) {
        if (compression == RUN_LENGTH_8 || compression == RUN_LENGTH_4) {
            return data.getInt(INFO + 20) & 0xFFFFFFFFL;
        }
        int bits = data.getShort(core ? INFO + 10 : INFO + 14);
        Claim claim = claims().get(0);
        return (claim.width() * bits + 31) / 32 * 4 * claim.height();
    }
}
