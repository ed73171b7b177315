package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Origin;
import io.unveil.image.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Netpbm's files: PBM, PGM and PPM with digits or bytes, PAM, and PFM, whose samples are floating point numbers and
 * whose rows come from below (the manual pages of Netpbm and pfm).
 */
final class Pnm implements ImageFile {
    private static final int MOST_LEVEL = 65_535;

    private final PnmWords words;
    private final byte[] file;
    private final int kind; // '1' to '7', 'F' or 'f'
    private final long width;
    private final long height;
    private final long bands; // samples a pixel
    private final double most; // level of white; of PFM the scale
    private final boolean alpha;

    Pnm(byte[] file) {
        this.file = file;
        this.words = new PnmWords(file, 2);
        this.kind = file[1];
        if (kind == '7') {
            Map<String, String> fields = words.fields();
            width = number(fields.get("WIDTH"));
            height = number(fields.get("HEIGHT"));
            bands = number(fields.get("DEPTH"));
            most = number(fields.get("MAXVAL"));
            alpha = fields.getOrDefault("TUPLTYPE", "").endsWith("_ALPHA");
        } else {
            width = number(words.next());
            height = number(words.next());
            bands = kind == '3' || kind == '6' || kind == 'F' ? 3 : 1;
            most = kind == '1' || kind == '4' ? 1 : isFloat() ? scale(words.next()) : number(words.next());
            alpha = false;
        }
    }

    private boolean isFloat() {
        return kind == 'F' || kind == 'f';
    }

    private static double scale(String word) {
        if (!word.matches("[-+]?([0-9]{1,9}([.][0-9]{0,20})?|[.][0-9]{1,20})([eE][-+]?[0-9]{1,3})?")) {
            throw RejectedImage.damaged(
                    "the PNM image is damaged: its header says '%s' in place of a scale".formatted(word));
        }
        return Double.parseDouble(word);
    }

    private static long number(@Nullable String word) {
        if (word == null || !word.matches("[0-9]{1,10}")) {
            throw RejectedImage.damaged(
                    "the PNM image is damaged: its header says '%s' in place of a number".formatted(word));
        }
        return Long.parseLong(word);
    }

    @Override
    public List<Claim> claims() {
        return List.of(new Claim(width, height));
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    @Override
    public Origin origin(Notes notes) {
        return new Origin(Format.PNM, Optional.empty(), Metadata.NONE, List.of());
    }

    @Override
    public Samples samples(Notes notes) {
        if (bands < 1 || bands > 4 || !(isFloat() ? most != 0 : most >= 1 && most <= MOST_LEVEL)) {
            throw RejectedImage.unsupported(
                    "the PNM image has %d samples a pixel up to level %s, read are 1 to 4 up to level %d"
                            .formatted(bands, most, MOST_LEVEL));
        }
        Size size = new Size((int) width, (int) height);
        long bits = switch (kind) {
            case '1', '2', '3' -> 8; // a digit each at least
            case '4' -> 1;
            default -> isFloat() ? 32 : most > 255 ? 16 : 8;
        };
        long rowBytes = (width * bands * bits + 7) / 8;
        if (words.at() + rowBytes * height > file.length) {
            throw RejectedImage.damaged("the PNM image is cut short: it needs at least %d bytes and has %d"
                    .formatted(words.at() + rowBytes * height, file.length));
        }
        return isFloat() ? floats(size, notes) : levels(size, (int) rowBytes);
    }

    private Samples levels(Size size, int rowBytes) {
        boolean hasAlpha = alpha && bands % 2 == 0;
        BitDepth depth = most > 255 ? BitDepth.SIXTEEN : BitDepth.EIGHT;
        int channels = (int) (hasAlpha ? bands - 1 : bands >= 3 ? 3 : 1);
        Samples samples = new Samples(size, channels, hasAlpha, depth);
        int start = words.at();
        long limit = (long) most;
        int[] row = new int[Math.toIntExact(width * bands)];
        for (int y = 0; y < size.height(); y++) {
            for (int i = 0; i < row.length; i++) {
                int level = level(start + y * (long) rowBytes, i);
                boolean inked = kind == '1' || kind == '4'; // 1 is black
                row[i] = (int) ((Math.min(level, limit) * depth.white() + limit / 2) / limit);
                row[i] = inked ? depth.white() - row[i] : row[i];
            }
            samples.putRow(y, row, (int) bands);
        }
        return samples;
    }

    private int level(long rowAt, int i) {
        return switch (kind) {
            case '1' -> words.bit();
            case '2', '3' -> (int) number(words.next());
            case '4' -> file[(int) rowAt + i / 8] >> (7 - i % 8) & 1;
            default ->
                most > 255
                        ? (file[(int) rowAt + 2 * i] & 0xFF) << 8 | (file[(int) rowAt + 2 * i + 1] & 0xFF)
                        : file[(int) rowAt + i] & 0xFF;
        };
    }

    /** A scale below zero says that the low byte comes first. */
    private Samples floats(Size size, Notes notes) {
        ByteBuffer data = ByteBuffer.wrap(file).order(most < 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int count = Math.toIntExact(size.pixels() * bands);
        SampleRange range = SampleRange.ofFloats();
        for (int i = 0; i < count; i++) {
            range.measure(data.getFloat(words.at() + 4 * i));
        }
        range.fix(notes);
        Samples samples = new Samples(size, (int) bands, false, BitDepth.SIXTEEN);
        samples.standFor(range.floats());
        int[] row = new int[Math.toIntExact(width * bands)];
        for (int y = 0; y < size.height(); y++) {
            for (int i = 0; i < row.length; i++) {
                int at = words.at() + 4 * ((size.height() - 1 - y) * row.length + i);
                row[i] = (int) Math.round(range.scaled(data.getFloat(at), MOST_LEVEL));
            }
            samples.putRow(y, row, (int) bands);
        }
        return samples;
    }
}
