package io.unveil.degradation.noise;

import io.unveil.image.Mirror;

/**
 * How the two colours that a pixel of a Bayer sensor did not catch are found from its neighbours. All kinds are linear
 * once their directions are chosen, so they are applied to the noise; the directions follow from what the camera sees,
 * picture and noise together.
 */
public enum Demosaicing {
    /** Each missing sample is the mean of the nearest two or four that were caught. */
    BILINEAR {
        @Override
        float[] of(Plane noise, Plane seen) {
            return BilinearDemosaicing.of(noise);
        }
    },
    /**
     * Bilinear, corrected by the gradient of the colour that was caught: the 5 x 5 filters of Malvar, He and Cutler
     * 2004, figure 2.
     */
    GRADIENT_CORRECTED {
        @Override
        float[] of(Plane noise, Plane seen) {
            return GradientDemosaicing.of(noise);
        }
    },
    /**
     * Green along the direction in which the picture changes less, then the differences of red and blue to it
     * bilinearly (Hamilton and Adams 1997).
     */
    EDGE_AWARE {
        @Override
        float[] of(Plane noise, Plane seen) {
            return EdgeAwareDemosaicing.of(noise, seen);
        }
    };

    /**
     * Three channels, interleaved.
     *
     * @param noise of the sensor's samples, colours balanced
     * @param seen the same samples of the noisy picture
     */
    abstract float[] of(Plane noise, Plane seen);

    /**
     * One sample for each pixel, with a rim of two pixels around, mirrored so that the order of the mosaic goes on.
     *
     * @param right columns that the mosaic begins earlier, 0 or 1
     * @param down rows, likewise
     */
    record Plane(int width, int height, int right, int down, float[] rimmed) {
        static final int RIM = 2;

        static Plane of(int width, int height, int right, int down, float[] samples) {
            int row = width + 2 * RIM;
            float[] rimmed = new float[row * (height + 2 * RIM)];
            for (int y = 0; y < height + 2 * RIM; y++) {
                int from = Mirror.at(y - RIM, height) * width;
                for (int x = 0; x < row; x++) {
                    rimmed[y * row + x] = samples[from + Mirror.at(x - RIM, width)];
                }
            }
            return new Plane(width, height, right, down, rimmed);
        }

        /** To the pixel below. */
        int row() {
            return width + 2 * RIM;
        }

        /** Where the pixel lies among the samples. */
        int at(int x, int y) {
            return (y + RIM) * row() + x + RIM;
        }

        /** The channel that was caught there. */
        int colour(int x, int y) {
            return Bayer.colour(x + right, y + down);
        }
    }
}
