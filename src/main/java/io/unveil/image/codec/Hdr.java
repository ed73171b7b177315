package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Origin;
import io.unveil.image.Size;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Radiance's pictures (Ward 1991, "Real Pixels"): red, green and blue of one exponent, in runs. The light becomes sRGB
 * with 16 bits; light above 1 is white.
 */
final class Hdr implements ImageFile {
    private static final Pattern SIZE = Pattern.compile("([-+])Y (\\d{1,9}) \\+X (\\d{1,9})");
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int BIAS = 128 + 8;

    private final byte[] file;
    private final boolean fromTop;
    private final long width;
    private final long height;
    private int at;

    Hdr(byte[] file) {
        this.file = file;
        String format = "32-bit_rle_rgbe";
        String line = line();
        while (!line.isEmpty()) {
            format = line.startsWith("FORMAT=") ? line.substring(7).strip() : format;
            line = line();
        }
        Matcher size = SIZE.matcher(line().strip());
        if (!size.matches() || !format.equals("32-bit_rle_rgbe")) {
            throw RejectedImage.unsupported(
                    "the HDR image has the format %s or is turned, read is 32-bit_rle_rgbe with upright rows"
                            .formatted(format));
        }
        fromTop = size.group(1).equals("-");
        height = Long.parseLong(size.group(2));
        width = Long.parseLong(size.group(3));
    }

    private String line() {
        int from = at;
        while (at < file.length && file[at] != '\n' && at < LONGEST_HEADER) {
            at++;
        }
        if (at >= file.length || at == LONGEST_HEADER) {
            throw RejectedImage.damaged("the HDR image is cut short: its header does not end");
        }
        return new String(file, from, at++ - from, ISO_8859_1);
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
        return new Origin(Format.HDR, Optional.empty(), Metadata.NONE, List.of());
    }

    @Override
    public Samples samples(Notes notes) {
        Size size = new Size((int) width, (int) height);
        Samples samples = new Samples(size, 3, false, BitDepth.SIXTEEN);
        byte[] row = new byte[4 * size.width()];
        int[] levels = new int[3 * size.width()];
        long clipped = 0;
        for (int y = 0; y < size.height(); y++) {
            read(row, size.width());
            for (int x = 0; x < size.width(); x++) {
                int exponent = row[4 * x + 3] & 0xFF;
                for (int c = 0; c < 3; c++) {
                    double light = exponent == 0 ? 0 : Math.scalb(row[4 * x + c] & 0xFF, exponent - BIAS);
                    clipped += light > 1 ? 1 : 0;
                    levels[3 * x + c] = (int) Math.round(65535 * CieLab.curve(Math.min(1, light)));
                }
            }
            samples.putRow(fromTop ? y : size.height() - 1 - y, levels, 3);
        }
        notes.add("the light of the HDR image was converted to sRGB with 16 bits%s"
                .formatted(clipped > 0 ? "; what is brighter than 1 is white" : ""));
        return samples;
    }

    /** A row begins with 2, 2 and its length, and has its components one after the other, or has none of that. */
    private void read(byte[] row, int width) {
        boolean runs = width >= 8
                && width < 32768
                && file[at] == 2
                && file[at + 1] == 2
                && ((file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF)) == width;
        if (!runs) {
            flat(row, width);
            return;
        }
        at += 4;
        for (int c = 0; c < 4; c++) {
            for (int x = 0; x < width; ) {
                int count = file[at++] & 0xFF;
                boolean same = count > 128;
                count -= same ? 128 : 0;
                if (count == 0 || count > width - x) {
                    throw RejectedImage.damaged("the HDR image is damaged: a run leaves its row");
                }
                for (int i = 0; i < count; i++, x++) {
                    row[4 * x + c] = file[same ? at : at + i];
                }
                at += same ? 1 : count;
            }
        }
    }

    /** Pixels as they are; one of 1, 1, 1 repeats the one before, and more of them in a row so much more often. */
    private void flat(byte[] row, int width) {
        int shift = 0;
        for (int x = 0; x < width; at += 4) {
            if (file[at] == 1 && file[at + 1] == 1 && file[at + 2] == 1 && x > 0) {
                int count = (file[at + 3] & 0xFF) << shift;
                if (count > width - x || shift > 16) {
                    throw RejectedImage.damaged("the HDR image is damaged: a run leaves its row");
                }
                for (int i = 0; i < count; i++, x++) {
                    System.arraycopy(row, 4 * (x - 1), row, 4 * x, 4);
                }
                shift += 8;
            } else {
                System.arraycopy(file, at, row, 4 * x++, 4);
                shift = 0;
            }
        }
    }
}
