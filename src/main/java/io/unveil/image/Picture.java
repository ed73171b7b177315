package io.unveil.image;

import java.util.Optional;

/**
 * A decoded picture: gray (1 channel) or RGB (3 channels) samples at the depth of its file, and what must survive the
 * cleaning: alpha, and what else its file brought along. Immutable.
 */
public final class Picture implements Source {
    private final Size size;
    private final int channels;
    private final BitDepth depth;
    private final short[] samples; // unsigned, interleaved; short holds both depths
    private final Optional<short[]> alpha;
    private final Origin origin;

    public Picture(Size size, int channels, BitDepth depth, short[] samples, Optional<short[]> alpha, Origin origin) {
        this.size = size;
        this.channels = channels;
        this.depth = depth;
        this.samples = samples;
        this.alpha = alpha;
        this.origin = origin;
    }

    /** A picture of these values, clipped to [0, 1] and rounded to the depth; with no alpha and no profile. */
    public static Picture of(Pixels pixels, BitDepth depth, Format format) {
        Picture blank = new Picture(
                pixels.size(),
                pixels.channels(),
                depth,
                new short[pixels.values().length],
                Optional.empty(),
                Origin.of(format));
        return blank.with(pixels);
    }

    /** A black picture with no alpha and no profile, to be painted through its {@link #canvas}. */
    public static Picture blank(Size size, int channels, BitDepth depth, Format format) {
        short[] samples = new short[Math.toIntExact(size.pixels() * channels)];
        return new Picture(size, channels, depth, samples, Optional.empty(), Origin.of(format));
    }

    @Override
    public Size size() {
        return size;
    }

    /** 1 for gray, 3 for RGB; alpha is not counted. */
    @Override
    public int channels() {
        return channels;
    }

    public BitDepth depth() {
        return depth;
    }

    /** The format it came in. */
    public Format format() {
        return origin.format();
    }

    public Origin origin() {
        return origin;
    }

    /** The same samples with another origin. */
    public Picture with(Origin other) {
        return new Picture(size, channels, depth, samples, alpha, other);
    }

    public boolean hasAlpha() {
        return alpha.isPresent();
    }

    /** The level of one sample: 0 to 255 or 0 to 65535. */
    public int level(int x, int y, int channel) {
        return Short.toUnsignedInt(samples[(y * size.width() + x) * channels + channel]);
    }

    /** The rectangle with its upper left corner at (x, y), as values in [0, 1]. */
    @Override
    public Pixels region(int x, int y, int width, int height) {
        float[] values = new float[width * height * channels];
        float scale = 1f / depth.white();
        for (int row = 0; row < height; row++) {
            int from = ((y + row) * size.width() + x) * channels;
            int to = row * width * channels;
            for (int i = 0; i < width * channels; i++) {
                values[to + i] = Short.toUnsignedInt(samples[from + i]) * scale;
            }
        }
        return new Pixels(width, height, channels, values);
    }

    /**
     * In gray, by the luma of Rec. 601, .299 R + .587 G + .114 B, rounded to whole levels; without alpha and profile.
     */
    public Picture inGray() {
        return channels == 1 ? this : of(pixels().inGray(), depth, format()).with(origin.withoutProfile());
    }

    /** The same picture with other colours: same size, depth, alpha, profile and format; values clipped and rounded. */
    public Picture with(Pixels pixels) {
        if (!pixels.size().equals(size) || pixels.channels() != channels) {
            throw new IllegalArgumentException("a picture of %s in %d channels cannot take pixels of %s in %d"
                    .formatted(size, channels, pixels.size(), pixels.channels()));
        }
        Canvas canvas = canvas();
        canvas.put(0, 0, pixels);
        return canvas.picture();
    }

    /**
     * An empty picture like this one, to be painted tile by tile, so that a large picture is never in memory as floats.
     */
    public Canvas canvas() {
        return new Canvas();
    }

    /** The same picture with 8 bits a sample: 65535 / 255 = 257 levels become one, rounded to the nearest. */
    public Picture inEightBits() {
        return depth == BitDepth.EIGHT
                ? this
                : new Picture(
                        size, channels, BitDepth.EIGHT, eightBits(samples), alpha.map(Picture::eightBits), origin);
    }

    private static short[] eightBits(short[] sixteen) {
        short[] eight = new short[sixteen.length];
        for (int i = 0; i < eight.length; i++) {
            eight[i] = (short) ((Short.toUnsignedInt(sixteen[i]) + 128) / 257);
        }
        return eight;
    }

    public short[] samples() {
        return samples;
    }

    public Optional<short[]> alpha() {
        return alpha;
    }

    public Optional<byte[]> profile() {
        return origin.profile();
    }

    /** Receives the tiles of a picture under construction. */
    public final class Canvas {
        private short[] painted = new short[samples.length];

        private Canvas() {}

        /**
         * Paints a tile with its upper left corner at (x, y); values are clipped to [0, 1] and rounded to the depth.
         */
        public void put(int x, int y, Pixels tile) {
            int white = depth.white();
            int row = tile.width() * channels;
            for (int j = 0; j < tile.height(); j++) {
                int to = ((y + j) * size.width() + x) * channels;
                for (int i = 0; i < row; i++) {
                    float value = Math.min(1f, Math.max(0f, tile.values()[j * row + i]));
                    painted[to + i] = (short) Math.round(value * white);
                }
            }
        }

        /** Returns the painted picture without a copy; the canvas cannot be used after that. */
        public Picture picture() {
            Picture picture = new Picture(size, channels, depth, painted, alpha, origin);
            painted = new short[0];
            return picture;
        }
    }
}
