package io.unveil.degradation.defect;

import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;

/**
 * A filling blended over a picture with weight mask times opacity; clipped to [0, 1].
 *
 * @param filling of the box
 * @param opacity above 0, at most 1
 */
record Overlay(Pixels picture, SoftMask mask, Rectangle box, Pixels filling, double opacity) {
    private static final double LEAST_CHANGE = .4; // in standard deviations of the picture

    /**
     * Whether it can be seen. Over the pixels covered by more than half, the mean change times the opacity must reach
     * .4 of the picture's standard deviation, and the standard deviation of the replaced part times (1/2 + 4 /
     * sqrt(pixels)): a small defect must stand out more from a busy background.
     *
     * @param spread one standard deviation of the picture, in its values
     */
    boolean isVisible(double spread) {
        int channels = picture.channels();
        double[] sums = new double[channels];
        double[] squares = new double[channels];
        double change = 0;
        int pixels = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                if (mask.at(x, y) > .5f) {
                    pixels++;
                    for (int c = 0; c < channels; c++) {
                        double before = before(x, y, c);
                        change += Math.abs(filled(x, y, c) - before);
                        sums[c] += before;
                        squares[c] += before * before;
                    }
                }
            }
        }
        double variance = 0;
        for (int c = 0; c < channels; c++) {
            variance += Math.max(0, squares[c] / pixels - sums[c] / pixels * sums[c] / pixels);
        }
        double ground = Math.sqrt(variance / channels) * (.5 + 4 / Math.sqrt(pixels));
        return change / pixels / channels * opacity >= Math.max(LEAST_CHANGE * spread, ground);
    }

    private float before(int x, int y, int channel) {
        return picture.values()[(y * picture.width() + x) * picture.channels() + channel];
    }

    private float filled(int x, int y, int channel) {
        int i = ((y - box.y()) * box.width() + x - box.x()) * picture.channels() + channel;
        return Math.min(1, Math.max(0, filling.values()[i]));
    }

    /** The picture with the filling. */
    Pixels drawn() {
        float[] values = picture.values().clone();
        int channels = picture.channels();
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                float share = (float) opacity * mask.at(x, y);
                int at = (y * picture.width() + x) * channels;
                for (int c = 0; c < channels && share > 0; c++) {
                    values[at + c] += (filled(x, y, c) - values[at + c]) * share;
                }
            }
        }
        return new Pixels(picture.width(), picture.height(), channels, values);
    }
}
