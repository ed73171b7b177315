package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Size;

/**
 * A picture as video codecs hold it: brightness, and two colour differences that may have fewer rows and columns.
 *
 * @param bits of a sample: 8 to 16
 * @param across columns of brightness to one of colour: 1 or 2
 * @param down rows, likewise
 * @param planes one, or three of the same depth
 * @param coding how three become red, green and blue
 */
record Planes(Size size, int bits, int across, int down, short[][] planes, Coding coding) {
    private static final int IDENTITY = 0;

    /**
     * How colours were taken apart.
     *
     * @param matrix of ITU-T H.273, table 4; 2 where nothing is said
     * @param fullRange whether black is 0 and white the highest number
     */
    record Coding(int matrix, boolean fullRange) {}

    static Planes blank(Size size, Planes like) {
        short[][] planes = new short[like.planes.length][];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = new short[columns(size, like, i) * rows(size, like, i)];
        }
        return new Planes(size, like.bits, like.across, like.down, planes, like.coding);
    }

    private static int columns(Size size, Planes like, int plane) {
        return plane == 0 ? size.width() : (size.width() + like.across - 1) / like.across;
    }

    private static int rows(Size size, Planes like, int plane) {
        return plane == 0 ? size.height() : (size.height() + like.down - 1) / like.down;
    }

    boolean isLike(Planes other) {
        return bits == other.bits
                && across == other.across
                && down == other.down
                && planes.length == other.planes.length;
    }

    Planes with(Coding other) {
        return new Planes(size, bits, across, down, planes, other);
    }

    /** Copies another one of the same kind to a place of this; what reaches beyond is left out. */
    void put(Planes tile, int x, int y) {
        for (int plane = 0; plane < planes.length; plane++) {
            int left = plane == 0 ? x : x / across;
            int top = plane == 0 ? y : y / down;
            int width = columns(size, this, plane);
            int tileWidth = columns(tile.size, tile, plane);
            int count = Math.min(tileWidth, width - left);
            int rows = Math.min(rows(tile.size, tile, plane), rows(size, this, plane) - top);
            for (int row = 0; row < rows && count > 0; row++) {
                System.arraycopy(tile.planes[plane], row * tileWidth, planes[plane], (top + row) * width + left, count);
            }
        }
    }

    /**
     * As gray or RGB, 8 bits, or 16 where there are more than 8; with room for alpha, opaque, if there is to be some.
     */
    Samples samples(boolean alpha) {
        int channels = planes.length == 1 ? 1 : 3;
        Samples samples = new Samples(size, channels, alpha, bits > 8 ? BitDepth.SIXTEEN : BitDepth.EIGHT);
        int white = samples.depth().white();
        Conversion conversion = new Conversion(white);
        int[] levels = {white, white, white, white};
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                if (channels == 1) {
                    levels[0] = level(x, y, white);
                    levels[1] = white;
                } else {
                    conversion.convert(x, y, levels);
                }
                samples.put(y * size.width() + x, levels, 0);
            }
        }
        return samples;
    }

    /** Brightness from 0 to white. */
    int level(int x, int y, int white) {
        int value = planes[0][y * size.width() + x] & 0xFFFF;
        double share =
                coding.fullRange ? value / (double) ((1 << bits) - 1) : (value / (double) (1 << bits - 8) - 16) / 219;
        return (int) Math.round(white * Math.max(0, Math.min(1, share)));
    }

    /** ITU-T H.273, 8.3. */
    private final class Conversion {
        private final int white;
        private final double red;
        private final double blue;
        private final double most = (1 << bits) - 1;
        private final double unit = 1 << bits - 8;

        Conversion(int white) {
            this.white = white;
            double[] weights = switch (coding.matrix) {
                case IDENTITY -> new double[] {0, 0};
                case 1 -> new double[] {.2126, .0722};
                case 4 -> new double[] {.30, .11};
                case 2, 5, 6 -> new double[] {.299, .114};
                case 7 -> new double[] {.212, .087};
                case 9 -> new double[] {.2627, .0593};
                default ->
                    throw RejectedImage.unsupported(
                            "the colours are coded by matrix %d of H.273, read are 0, 1, 2, 4, 5, 6, 7 and 9"
                                    .formatted(coding.matrix));
            };
            red = weights[0];
            blue = weights[1];
        }

        void convert(int x, int y, int[] levels) {
            if (coding.matrix == IDENTITY) { // green, blue, red
                levels[0] = scaled(bright(planes[2][y * size.width() + x] & 0xFFFF));
                levels[1] = scaled(bright(planes[0][y * size.width() + x] & 0xFFFF));
                levels[2] = scaled(bright(planes[1][y * size.width() + x] & 0xFFFF));
                return;
            }
            double luma = bright(planes[0][y * size.width() + x] & 0xFFFF);
            double cb = difference(chroma(planes[1], x, y));
            double cr = difference(chroma(planes[2], x, y));
            double r = luma + 2 * (1 - red) * cr;
            double b = luma + 2 * (1 - blue) * cb;
            levels[0] = scaled(r);
            levels[1] = scaled((luma - red * r - blue * b) / (1 - red - blue));
            levels[2] = scaled(b);
        }

        private double bright(double value) {
            return coding.fullRange ? value / most : (value / unit - 16) / 219;
        }

        private double difference(double value) {
            double middle = 128 * unit;
            return coding.fullRange ? (value - middle) / most : (value - middle) / unit / 224;
        }

        private int scaled(double share) {
            return (int) Math.round(white * Math.max(0, Math.min(1, share)));
        }

        /** Between the centres of colour samples, three quarters of the nearer and one of the farther, each way. */
        private double chroma(short[] plane, int x, int y) {
            int width = columns(size, Planes.this, 1);
            int height = rows(size, Planes.this, 1);
            int column = x / across;
            int row = y / down;
            int beside = across == 1 ? column : Math.max(0, Math.min(width - 1, x % 2 == 0 ? column - 1 : column + 1));
            int above = down == 1 ? row : Math.max(0, Math.min(height - 1, y % 2 == 0 ? row - 1 : row + 1));
            double near = 3 * (plane[row * width + column] & 0xFFFF) + (plane[row * width + beside] & 0xFFFF);
            double far = 3 * (plane[above * width + column] & 0xFFFF) + (plane[above * width + beside] & 0xFFFF);
            return (3 * near + far) / 16;
        }
    }
}
