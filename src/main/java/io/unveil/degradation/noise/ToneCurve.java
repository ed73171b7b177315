package io.unveil.degradation.noise;

import java.util.function.DoubleUnaryOperator;

/**
 * How a camera makes samples of a file, in [0, 1], of linear light in [0, 1]; rising, with 0 at 0 and 1 at 1. Both directions are read from tables,
 * interpolated between 4096 steps: off by less than a tenth of a level of 8 bits.
 */
public enum ToneCurve {
    /** That of sRGB (IEC 61966-2-1): 12.92 x up to .0031308, above it 1.055 x^(1 / 2.4) - .055. */
    SRGB(ToneCurve::encoded, ToneCurve::decoded),
    /** The same with contrast: a smoothstep, 3 y^2 - 2 y^3, over what sRGB makes of it (as in Brooks et al. 2019, section 3.1). */
    CONTRAST(x -> smoothstep(encoded(x)), y -> decoded(unstep(y)));

    private static final int STEPS = 4096;

    private final float[] toFile;
    private final float[] toLight;

    ToneCurve(DoubleUnaryOperator toFile, DoubleUnaryOperator toLight) {
        this.toFile = table(toFile);
        this.toLight = table(toLight);
    }

    /** The sample of a file; light outside [0, 1] is clipped, as by a sensor that is full. */
    float ofLight(double light) {
        return read(toFile, light);
    }

    /** The light that a sample of a file stands for; samples outside [0, 1] are clipped. */
    float lightOf(double sample) {
        return read(toLight, sample);
    }

    private static float[] table(DoubleUnaryOperator curve) {
        float[] table = new float[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            table[i] = (float) curve.applyAsDouble((double) i / STEPS);
        }
        return table;
    }

    private static float read(float[] table, double x) {
        double place = Math.max(0, Math.min(1, x)) * STEPS;
        int below = Math.min(STEPS - 1, (int) place);
        return (float) (table[below] + (place - below) * (table[below + 1] - table[below]));
    }

    private static double encoded(double light) {
        return light <= .0031308 ? 12.92 * light : 1.055 * StrictMath.pow(light, 1 / 2.4) - .055;
    }

    private static double decoded(double sample) {
        return sample <= .04045 ? sample / 12.92 : StrictMath.pow((sample + .055) / 1.055, 2.4);
    }

    private static double smoothstep(double y) {
        return y * y * (3 - 2 * y);
    }

    /** The inverse of the smoothstep: the middle one of the roots of its cubic. */
    private static double unstep(double y) {
        return .5 - StrictMath.sin(StrictMath.asin(1 - 2 * y) / 3);
    }
}
