package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Size;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The pixels of a PNG file (PNG specification, third edition, sections 7 to 10): unpacked, unfiltered, put in their
 * places.
 */
final class PngPixels {
    private static final int PALETTE = 3;
    private static final int MAX_COLOURS = 256;

    /** Which pixels come together: from (x, y) in steps of (dx, dy). */
    private record Pass(int x, int y, int dx, int dy) {}

    private static final List<Pass> PLAIN = List.of(new Pass(0, 0, 1, 1));
    private static final List<Pass> ADAM7 = List.of(
            new Pass(0, 0, 8, 8),
            new Pass(4, 0, 8, 8),
            new Pass(0, 4, 4, 8),
            new Pass(2, 0, 4, 4),
            new Pass(0, 2, 2, 4),
            new Pass(1, 0, 2, 2),
            new Pass(0, 1, 1, 2));

    private final Size size;
    private final int bits;
    private final boolean indexed;
    private final int bands; // samples a pixel has in the file
    private final List<Pass> passes;
    private final Palette palette;
    private final int[] transparent; // the one colour that is not to be seen; of no length if there is none
    private final Samples samples;

    PngPixels(byte[] header, byte[] colours, Optional<byte[]> transparency) {
        ByteBuffer fields = ByteBuffer.wrap(header);
        size = new Size(fields.getInt(0), fields.getInt(4));
        bits = fields.get(8);
        int type = fields.get(9);
        indexed = type == PALETTE;
        bands = bandsOf(type);
        if (!isAllowed(type, bits) || fields.get(10) != 0 || fields.get(11) != 0 || fields.get(12) > 1) {
            throw RejectedImage.unsupported(
                    "the PNG image is of no known kind: colour type %d with %d bits, compression %d, filter %d, interlace %d"
                            .formatted(type, bits, fields.get(10), fields.get(11), fields.get(12)));
        }
        passes = fields.get(12) == 1 ? ADAM7 : PLAIN;
        palette = indexed ? paletteOf(colours, transparency.orElse(new byte[0])) : new Palette(new int[0]);
        boolean keyed = !indexed && bands % 2 == 1 && transparency.isPresent();
        transparent = keyed ? keyOf(transparency.get(), bands) : new int[0];
        boolean alpha = bands % 2 == 0 || keyed;
        BitDepth depth = bits == 16 ? BitDepth.SIXTEEN : BitDepth.EIGHT;
        samples = indexed ? palette.blank(size) : new Samples(size, bands < 3 ? 1 : 3, alpha, depth);
    }

    private static int bandsOf(int type) {
        return switch (type) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    private static boolean isAllowed(int type, int bits) {
        return switch (type) {
            case 0 -> List.of(1, 2, 4, 8, 16).contains(bits);
            case PALETTE -> List.of(1, 2, 4, 8).contains(bits);
            case 2, 4, 6 -> bits == 8 || bits == 16;
            default -> false;
        };
    }

    private static Palette paletteOf(byte[] rgb, byte[] alpha) {
        Excess.above(MAX_COLOURS, rgb.length / 3, "colours in its palette");
        int[] colours = new int[rgb.length / 3];
        for (int i = 0; i < colours.length; i++) {
            int opacity = i < alpha.length ? alpha[i] & 255 : 255;
            colours[i] =
                    opacity << 24 | (rgb[3 * i] & 255) << 16 | (rgb[3 * i + 1] & 255) << 8 | (rgb[3 * i + 2] & 255);
        }
        return new Palette(colours);
    }

    private static int[] keyOf(byte[] transparency, int bands) {
        ByteBuffer fields = ByteBuffer.wrap(transparency);
        int[] key = new int[bands];
        for (int band = 0; band < bands; band++) {
            key[band] = fields.getShort(2 * band) & 0xFFFF;
        }
        return key;
    }

    /** Unpacks the joined data; bytes that are missing or do not unpack end in an exception. */
    Samples read(InputStream packed) throws IOException {
        Inflater inflater = new Inflater();
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(packed, inflater, 1 << 16))) {
            for (Pass pass : passes) {
                read(pass, in);
            }
            return samples;
        } finally {
            inflater.end();
        }
    }

    private void read(Pass pass, DataInputStream in) throws IOException {
        int columns = (size.width() - pass.x + pass.dx - 1) / pass.dx;
        if (columns == 0) {
            return;
        }
        int lineBytes = Math.toIntExact(((long) columns * bands * bits + 7) / 8);
        int step = Math.max(1, bands * bits / 8); // to the byte of the pixel before
        byte[] line = new byte[step + lineBytes]; // begins with the zeros that stand left of the picture
        byte[] above = new byte[step + lineBytes];
        int[] levels = new int[columns * 4];
        for (int y = pass.y; y < size.height(); y += pass.dy) {
            int filter = in.readUnsignedByte();
            in.readFully(line, step, lineBytes);
            PngFilter.undo(filter, line, above, step);
            unpack(line, step, columns * bands, levels);
            int given = finish(levels, columns);
            for (int i = 0; i < columns; i++) {
                samples.put(y * size.width() + pass.x + i * pass.dx, levels, i * given);
            }
            byte[] spent = above;
            above = line;
            line = spent;
        }
    }

    private void unpack(byte[] line, int from, int count, int[] levels) {
        switch (bits) {
            case 8 -> {
                for (int i = 0; i < count; i++) {
                    levels[i] = line[from + i] & 255;
                }
            }
            case 16 -> {
                for (int i = 0; i < count; i++) {
                    levels[i] = (line[from + 2 * i] & 255) << 8 | (line[from + 2 * i + 1] & 255);
                }
            }
            default -> {
                int mask = (1 << bits) - 1;
                for (int i = 0; i < count; i++) {
                    int bit = i * bits;
                    levels[i] = line[from + bit / 8] >> (8 - bits - bit % 8) & mask;
                }
            }
        }
    }

    /** From samples as they stand in the file to levels with alpha; returns the levels a pixel has. */
    private int finish(int[] levels, int columns) {
        if (indexed) {
            palette.look(levels, columns);
            return palette.bands();
        }
        if (transparent.length > 0) {
            addAlpha(levels, columns);
        } else if (bits < 8) {
            scale(levels, columns);
        }
        return transparent.length > 0 ? bands + 1 : bands;
    }

    /** Writes an alpha level behind each colour; from the end, so that one array will do. */
    private void addAlpha(int[] levels, int columns) {
        int white = bits == 16 ? 65535 : 255;
        for (int pixel = columns - 1; pixel >= 0; pixel--) {
            boolean seen = false;
            for (int band = bands - 1; band >= 0; band--) {
                int level = levels[pixel * bands + band];
                seen |= level != transparent[band];
                levels[pixel * (bands + 1) + band] = bits < 8 ? level * 255 / ((1 << bits) - 1) : level;
            }
            levels[pixel * (bands + 1) + bands] = seen ? white : 0;
        }
    }

    /** 1, 2 and 4 bits to 8: white becomes 255, exactly, for 255 is a multiple of 1, 3 and 15. */
    private void scale(int[] levels, int count) {
        for (int i = 0; i < count; i++) {
            levels[i] = levels[i] * 255 / ((1 << bits) - 1);
        }
    }
}
