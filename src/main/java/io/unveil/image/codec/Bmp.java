package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Origin;
import io.unveil.image.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A BMP file: BITMAPFILEHEADER and one of the BITMAP…HEADERs, known by their sizes (Microsoft, "Bitmap Storage"; OS/2
 * Presentation Manager, BITMAPINFOHEADER2).
 */
final class Bmp implements ImageFile {
    private static final int INFO = 14;
    private static final int CORE_HEADER = 12;
    private static final int OS2_SHORT_HEADER = 16;
    private static final int OS2_HEADER = 64;
    private static final List<Integer> HEADERS =
            List.of(CORE_HEADER, OS2_SHORT_HEADER, 40, 52, 56, OS2_HEADER, 108, 124);
    private static final int PLAIN = 0;
    private static final int RUN_LENGTH_8 = 1;
    private static final int RUN_LENGTH_4 = 2;
    private static final int BIT_FIELDS = 3;
    private static final int ALPHA_BIT_FIELDS = 6;
    private static final int EMBEDDED_PROFILE = 0x4D424544; // "MBED"

    private final byte[] file;
    private final ByteBuffer data;
    private final int header;

    Bmp(byte[] file) {
        this.file = file;
        this.data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.header = data.getInt(INFO);
        if (!HEADERS.contains(header)) {
            throw RejectedImage.unsupported(
                    "the bytes begin like a BMP image, but its header has %d bytes, allowed are %s"
                            .formatted(header, HEADERS));
        }
    }

    private boolean isCore() {
        return header == CORE_HEADER;
    }

    /** A negative height means that rows come from the top. */
    @Override
    public List<Claim> claims() {
        return List.of(
                isCore()
                        ? new Claim(data.getShort(INFO + 4) & 0xFFFF, data.getShort(INFO + 6) & 0xFFFF)
                        : new Claim(data.getInt(INFO + 4), Math.abs((long) data.getInt(INFO + 8))));
    }

    @Override
    public int bytesPerSample() {
        return 1;
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    @Override
    public Origin origin(Notes notes) {
        Metadata none = Metadata.NONE;
        Metadata metadata = new Metadata(
                none.exif(), none.xmp(), none.iptc(), none.chunks(), resolution(), none.colours(), none.jpeg());
        return new Origin(Format.BMP, notes.block("ICC profile", this::profile), metadata, List.of());
    }

    private Optional<Resolution> resolution() {
        return header < 40
                ? Optional.empty()
                : Optional.of(Resolution.perCentimetre(data.getInt(INFO + 24) / 100.0, data.getInt(INFO + 28) / 100.0))
                        .filter(Resolution::isMeant);
    }

    private Optional<byte[]> profile() {
        if (header < 124 || data.getInt(INFO + 56) != EMBEDDED_PROFILE) {
            return Optional.empty();
        }
        int from = INFO + data.getInt(INFO + 112);
        int length = Math.min(data.getInt(INFO + 116), file.length - from);
        return Optional.of(Arrays.copyOfRange(file, from, from + length));
    }

    @Override
    public Samples samples(Notes notes) {
        int bits = bits();
        int compression = compression();
        Size size =
                new Size((int) claims().get(0).width(), (int) claims().get(0).height());
        boolean fromTop = !isCore() && data.getInt(INFO + 8) < 0;
        int start = data.getInt(10);
        if (compression == RUN_LENGTH_8 || compression == RUN_LENGTH_4) {
            byte[] indices = new BmpRuns(file, start, size, compression == RUN_LENGTH_4).indices();
            return indexed(size, fromTop, (y, levels) -> {
                for (int x = 0; x < size.width(); x++) {
                    levels[x] = indices[y * size.width() + x] & 0xFF;
                }
            });
        }
        int stride = Math.toIntExact(((long) size.width() * bits + 31) / 32 * 4);
        long needed = start + (long) stride * size.height();
        if (start < 0 || needed > file.length) {
            throw RejectedImage.damaged(
                    "the BMP image is cut short: it needs %d bytes and has %d".formatted(needed, file.length));
        }
        if (bits <= 8) {
            return indexed(size, fromTop, (y, levels) -> unpack(start + y * stride, bits, size.width(), levels));
        }
        return direct(size, fromTop, bits, start, stride);
    }

    private int bits() {
        int bits = data.getShort(isCore() ? INFO + 10 : INFO + 14);
        boolean known = List.of(1, 2, 4, 8, 16, 24, 32).contains(bits);
        if (!known) {
            throw RejectedImage.unsupported(
                    "the BMP image has %d bits a pixel, allowed are 1, 2, 4, 8, 16, 24 and 32".formatted(bits));
        }
        return bits;
    }

    private int compression() {
        int compression = header < 40 ? PLAIN : data.getInt(INFO + 16);
        boolean os2 = header == OS2_HEADER;
        boolean known = compression == PLAIN
                || (compression == RUN_LENGTH_8 && bits() == 8)
                || (compression == RUN_LENGTH_4 && bits() == 4)
                || (!os2 && (compression == BIT_FIELDS || compression == ALPHA_BIT_FIELDS) && bits() >= 16);
        if (!known) {
            throw RejectedImage.unsupported(
                    "the BMP image has %s, read are plain samples, runs of 4 and 8 bits, and bit fields"
                            .formatted(name(compression, os2)));
        }
        return compression;
    }

    private String name(int compression, boolean os2) {
        return switch (compression) {
            case RUN_LENGTH_8, RUN_LENGTH_4 ->
                "runs of %d bits in a picture of %d".formatted(compression == RUN_LENGTH_8 ? 8 : 4, bits());
            case BIT_FIELDS -> os2 ? "Huffman codes" : "bit fields of %d bits".formatted(bits());
            case 4 -> os2 ? "runs of 24 bits" : "a JPEG image inside";
            case 5 -> "a PNG image inside";
            default -> "compression " + compression;
        };
    }

    /** Reads the indices of a stored row. */
    private interface Row {
        void read(int y, int[] levels);
    }

    private Samples indexed(Size size, boolean fromTop, Row row) {
        Palette palette = palette();
        Samples samples = palette.blank(size);
        int[] levels = new int[4 * size.width()];
        for (int y = 0; y < size.height(); y++) {
            row.read(y, levels);
            palette.look(levels, size.width());
            samples.putRow(fromTop ? y : size.height() - 1 - y, levels, palette.bands());
        }
        return samples;
    }

    /** As many colours as stand between header and pixels; those that are missing of what the bits allow are black. */
    private Palette palette() {
        int entry = isCore() ? 3 : 4;
        int from = INFO + header;
        int used = header < 40 ? 0 : data.getInt(INFO + 32);
        int room = (data.getInt(10) - from) / entry;
        int most = 1 << bits();
        int count = Math.max(0, Math.min(room, used > 0 && used <= most ? used : most));
        int[] colours = new int[count];
        for (int i = 0; i < count; i++) {
            int at = from + entry * i;
            colours[i] = 0xFF000000 | (file[at + 2] & 0xFF) << 16 | (file[at + 1] & 0xFF) << 8 | (file[at] & 0xFF);
        }
        boolean gray =
                Arrays.stream(colours).allMatch(c -> (c >> 16 & 255) == (c & 255) && (c >> 8 & 255) == (c & 255));
        int[] whole = Arrays.copyOf(colours, most);
        Arrays.fill(whole, count, most, 0xFF000000);
        return new Palette(gray && count == 0 ? grays(most) : whole);
    }

    /** No colours at all: indices are levels. */
    private static int[] grays(int count) {
        int[] grays = new int[count];
        for (int i = 0; i < count; i++) {
            grays[i] = 0xFF000000 | 255 * i / (count - 1) * 0x010101;
        }
        return grays;
    }

    private void unpack(int from, int bits, int width, int[] levels) {
        int mask = (1 << bits) - 1;
        for (int x = 0; x < width; x++) {
            int bit = x * bits;
            levels[x] = file[from + bit / 8] >> (8 - bits - bit % 8) & mask;
        }
    }

    private Samples direct(Size size, boolean fromTop, int bits, int start, int stride) {
        int[] masks = masks(bits);
        boolean alpha = masks[3] != 0;
        Samples samples = new Samples(size, 3, alpha, BitDepth.EIGHT);
        int bands = alpha ? 4 : 3;
        int[] levels = new int[bands * size.width()];
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int pixel = pixel(start + y * stride + x * bits / 8, bits);
                for (int band = 0; band < bands; band++) {
                    levels[x * bands + band] = level(pixel, masks[band]);
                }
            }
            samples.putRow(fromTop ? y : size.height() - 1 - y, levels, bands);
        }
        return samples;
    }

    private int pixel(int at, int bits) {
        return switch (bits) {
            case 16 -> data.getShort(at) & 0xFFFF;
            case 24 -> (file[at] & 0xFF) | (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF) << 16;
            default -> data.getInt(at);
        };
    }

    /** Which bits are red, green, blue and alpha. The fourth byte of a plain pixel means nothing. */
    private int[] masks(int bits) {
        int compression = compression();
        if (compression == PLAIN) {
            return bits == 16 ? new int[] {0x7C00, 0x3E0, 0x1F, 0} : new int[] {0xFF0000, 0xFF00, 0xFF, 0};
        }
        int at = INFO + 40; // behind a header of 40 bytes, and in longer ones
        boolean alpha = header >= 56 || compression == ALPHA_BIT_FIELDS;
        int[] masks = {data.getInt(at), data.getInt(at + 4), data.getInt(at + 8), alpha ? data.getInt(at + 12) : 0};
        for (int mask : masks) {
            int run = mask >>> (mask == 0 ? 0 : Integer.numberOfTrailingZeros(mask));
            if ((run & (run + 1)) != 0) {
                throw RejectedImage.damaged("the BMP image is damaged: the bits of a colour do not stand together");
            }
        }
        return masks;
    }

    /** The bits of a mask, stretched to 8. */
    private static int level(int pixel, int mask) {
        if (mask == 0) {
            return 0;
        }
        long most = (mask & 0xFFFFFFFFL) >>> Integer.numberOfTrailingZeros(mask);
        long value = (pixel & mask & 0xFFFFFFFFL) >>> Integer.numberOfTrailingZeros(mask);
        return (int) ((value * 255 + most / 2) / most);
    }
}
