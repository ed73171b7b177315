package io.unveil.image.codec;

import io.unveil.image.Size;
import java.util.Arrays;

/**
 * Where the samples of a TIFF picture stand, and of which kind they are (TIFF 6.0, sections 3, 8 and 15).
 *
 * @param samples a pixel has
 * @param bits of every sample
 * @param kind of every sample: {@link #UNSIGNED}, {@link #SIGNED} or {@link #FLOAT}
 * @param planar whether each sample stands in a plane of its own
 * @param blocks the strips or tiles of a plane
 */
record TiffLayout(
        byte[] file,
        TiffTags tags,
        Size size,
        int samples,
        int bits,
        int kind,
        boolean planar,
        TiffCompression compression,
        Grid blocks) {
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int FILL_ORDER = 266;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES_PER_PIXEL = 277;
    static final int ROWS_PER_STRIP = 278;
    static final int STRIP_BYTES = 279;
    static final int PLANES = 284;
    static final int PREDICTOR = 317;
    static final int TILE_WIDTH = 322;
    static final int TILE_HEIGHT = 323;
    static final int TILE_OFFSETS = 324;
    static final int TILE_BYTES = 325;
    static final int SAMPLE_FORMAT = 339;

    static final int UNSIGNED = 1;
    static final int SIGNED = 2;
    static final int FLOAT = 3;
    private static final int UNDEFINED = 4;
    private static final int MOST_SAMPLES = 256;

    /** 40 megapixels in tiles of 16 x 16 are 160,000. */
    static final int MOST_BLOCKS = 250_000;

    /** Ten times those of a colour picture of 40 megapixels with alpha. */
    private static final long MOST_SAMPLES_IN_ALL = 1_600_000_000;

    /** Strips may share bytes, and some writers leave their lengths out; so much more may be read than there is. */
    private static final int MOST_TIMES_READ = 64;

    /** Strips or tiles, row by row: so many across and down, each of this size but for the last strip. */
    record Grid(boolean tiled, int across, int down, int width, int height) {
        int count() {
            return Math.multiplyExact(across, down);
        }
    }

    static TiffLayout of(byte[] file, TiffTags tags) {
        Size size = new Size((int) tags.number(WIDTH, 0, 0), (int) tags.number(HEIGHT, 0, 0));
        TiffCompression compression = TiffCompression.of((int) tags.number(COMPRESSION, 0, 1));
        int samples = (int) tags.number(SAMPLES_PER_PIXEL, 0, Math.max(1, Math.min(tags.count(BITS), MOST_SAMPLES)));
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw RejectedImage.unsupported(
                    "the TIFF image has %d samples a pixel, allowed are 1 to %d".formatted(samples, MOST_SAMPLES));
        }
        int bits = (int) tags.number(BITS, 0, 1);
        int kind = (int) tags.number(SAMPLE_FORMAT, 0, UNSIGNED);
        checkKind(bits, kind == UNDEFINED ? UNSIGNED : kind);
        for (int i = 1; i < Math.min(tags.count(BITS), samples); i++) {
            if (tags.number(BITS, i, bits) != bits) {
                throw RejectedImage.unsupported("the TIFF image has samples of %d and %d bits, read are samples alike"
                        .formatted(bits, tags.number(BITS, i, bits)));
            }
        }
        boolean planar = tags.number(PLANES, 0, 1) == 2 && samples > 1;
        TiffLayout layout = new TiffLayout(
                file,
                tags,
                size,
                samples,
                bits,
                kind == UNDEFINED ? UNSIGNED : kind,
                planar,
                compression,
                grid(tags, size));
        layout.checkWork();
        return layout;
    }

    /** What would be read and unpacked, whatever the size of the file: blocks, samples, and the bytes of all blocks. */
    private void checkWork() {
        long count = (long) blocks.count() * (planar ? samples : 1);
        Excess.above(MOST_BLOCKS, count, "strips or tiles");
        Excess.above(
                MOST_SAMPLES_IN_ALL,
                size.pixels() * samples,
                "samples in all, %d in each of its pixels".formatted(samples));
        long bytes = 0;
        for (int block = 0; block < Math.min(count, tags.count(offsets())); block++) {
            bytes += Math.min(file.length, length(block));
        }
        Excess.above((long) MOST_TIMES_READ * file.length, bytes, "bytes in its strips or tiles, which share them");
    }

    private int offsets() {
        return blocks.tiled && tags.count(TILE_OFFSETS) > 0 ? TILE_OFFSETS : STRIP_OFFSETS;
    }

    /** The stored bytes of a block; all of the file where that is missing. */
    private long length(int block) {
        int lengths = offsets() == TILE_OFFSETS ? TILE_BYTES : STRIP_BYTES;
        return block < tags.count(lengths) ? tags.number(lengths, block, 0) : file.length;
    }

    private static void checkKind(int bits, int kind) {
        boolean known = switch (kind) {
            case UNSIGNED, SIGNED -> bits >= 1 && bits <= 32;
            case FLOAT -> bits == 16 || bits == 24 || bits == 32 || bits == 64;
            default -> false;
        };
        if (!known) {
            String name = switch (kind) {
                case UNSIGNED -> "whole numbers";
                case SIGNED -> "whole numbers with a sign";
                case FLOAT -> "floating point numbers";
                case 5, 6 -> "complex numbers";
                default -> "numbers of an unknown kind (%d)".formatted(kind);
            };
            throw RejectedImage.unsupported(
                    "the TIFF image has %s of %d bits, read are whole numbers of 1 to 32 bits and floating point numbers of 16, 24, 32 and 64 bits"
                            .formatted(name, bits));
        }
    }

    private static Grid grid(TiffTags tags, Size size) {
        if (tags.count(TILE_WIDTH) > 0) {
            int width = (int) tags.number(TILE_WIDTH, 0, 0);
            int height = (int) tags.number(TILE_HEIGHT, 0, 0);
            return new Grid(
                    true, (size.width() + width - 1) / width, (size.height() + height - 1) / height, width, height);
        }
        long rows = tags.number(ROWS_PER_STRIP, 0, size.height());
        int height = (int) (rows < 1 ? size.height() : Math.min(rows, size.height()));
        return new Grid(false, 1, (size.height() + height - 1) / height, size.width(), height);
    }

    int photometric() {
        return (int) tags.number(PHOTOMETRIC, 0, samples >= 3 ? 2 : 1);
    }

    /** Samples that stand side by side: those of a pixel, or one of a plane. */
    int together() {
        return planar ? 1 : samples;
    }

    /** The rows of a block that lie in the picture. */
    int rows(int block) {
        return Math.min(blocks.height, size.height() - block / blocks.across * blocks.height);
    }

    /**
     * The stored bytes of a block; blocks of further planes come after those of the first. Where a length is missing or
     * leads out of the file, the bytes up to its end are taken: whether they are enough shows when they are unpacked.
     */
    byte[] stored(int block) {
        int offsets = offsets();
        if (block >= tags.count(offsets)) {
            throw RejectedImage.damaged("the TIFF image is damaged: it has %d strips or tiles and needs more"
                    .formatted(tags.count(offsets)));
        }
        long from = tags.number(offsets, block, 0);
        long length = length(block);
        if (from < 0 || from >= file.length || length < 0) {
            throw RejectedImage.damaged(
                    "the TIFF image is cut short: the file has %d bytes, its pixels begin at byte %d"
                            .formatted(file.length, from));
        }
        byte[] stored = Arrays.copyOfRange(file, (int) from, (int) Math.min(file.length, from + length));
        return tags.number(FILL_ORDER, 0, 1) == 2 ? reversed(stored) : stored;
    }

    private static byte[] reversed(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
        }
        return bytes;
    }
}
