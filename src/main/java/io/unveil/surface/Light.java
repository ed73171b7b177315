package io.unveil.surface;

/** From where relief is lit: the upper left, as a unit vector in the picture (y points down). */
final class Light {
    static final double X = -0.6;
    static final double Y = -0.8;

    private Light() {}

    /** The cosine between a way in the picture and the way to the light; 0 for no way at all. */
    static double facing(double right, double down) {
        double length = Math.sqrt(right * right + down * down);
        return length == 0 ? 0 : (right * X + down * Y) / length;
    }
}
