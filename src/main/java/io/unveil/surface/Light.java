package io.unveil.surface;

/** The direction of the light, from the upper left, as a unit vector in the picture (y points down). */
final class Light {
    static final double X = -0.6;
    static final double Y = -0.8;

    private Light() {}

    /** The cosine between a direction in the picture and the direction to the light; 0 for the zero vector. */
    static double facing(double right, double down) {
        double length = Math.sqrt(right * right + down * down);
        return length == 0 ? 0 : (right * X + down * Y) / length;
    }
}
