package io.unveil.surface;

import io.unveil.degradation.Draws;

/**
 * How a camera sees reflectances: a little blur, (1, 4, 1) / 6 along each axis; light that falls off across the picture
 * by up to 12 % from the middle to a corner; exposure, up to 4 % off; Gaussian grain of 1.5 to 2.5 levels; rounding to
 * 8 bits.
 */
record BeltCamera(double exposure, double right, double down, double grain, Draws draws) {
    static BeltCamera draw(Draws draws) {
        return new BeltCamera(
                draws.between(0.96, 1.04),
                draws.between(-0.06, 0.06),
                draws.between(-0.06, 0.06),
                draws.between(1.5, 2.5) / 255,
                draws);
    }

    /** One byte a pixel, row by row. */
    byte[] photograph(double[] reflected, int side) {
        double[] blurred = blurred(blurred(reflected, side, 1), side, side);
        byte[] levels = new byte[blurred.length];
        for (int i = 0; i < levels.length; i++) {
            double x = 2. * (i % side) / side - 1;
            int row = i / side;
            double y = 2. * row / side - 1;
            double value = blurred[i] * exposure * (1 + right * x + down * y) + grain * draws.normal();
            levels[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, value)));
        }
        return levels;
    }

    /** Along one axis, whose neighbours lie this far apart in the array; the border is repeated. */
    private static double[] blurred(double[] values, int side, int apart) {
        double[] blurred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int at = i / apart % side;
            double before = values[at == 0 ? i : i - apart];
            double after = values[at == side - 1 ? i : i + apart];
            blurred[i] = (before + 4 * values[i] + after) / 6;
        }
        return blurred;
    }
}
