package io.unveil.image.codec;

/**
 * CIE 1976 L*a*b* under D50 to sRGB: to XYZ (CIE 15:2004, 8.2.1), adapted to D65 and to linear light by one matrix (IEC
 * 61966-2-1 with Bradford's adaptation), then the curve of sRGB.
 */
final class CieLab {
    private static final double[] D50 = {.9642, 1, .8249};
    private static final double[][] TO_LINEAR = {
        {3.1338561, -1.6168667, -.4906146}, {-.9787684, 1.9161415, .0334540}, {.0719453, -.2289914, 1.4052427}
    };

    private CieLab() {}

    /**
     * In place, all from 0 to white.
     *
     * @param signed whether a and b are numbers with a sign (TIFF 6.0, section 23), or have their zero at 128 of 255
     */
    static void toSrgb(double[] colour, double white, boolean signed) {
        double lightness = colour[0] / white * 100;
        double a = chroma(colour[1], white, signed);
        double b = chroma(colour[2], white, signed);
        double y = (lightness + 16) / 116;
        double[] xyz = {D50[0] * cubed(y + a / 500), D50[1] * cubed(y), D50[2] * cubed(y - b / 200)};
        double[] linear = Matrices.times(TO_LINEAR, xyz);
        for (int c = 0; c < 3; c++) {
            colour[c] = white * curve(Math.max(0, Math.min(1, linear[c])));
        }
    }

    private static double chroma(double sample, double white, boolean signed) {
        double levels = sample / (white + 1) * 256;
        return signed ? (levels >= 128 ? levels - 256 : levels) : levels - 128;
    }

    private static double cubed(double value) {
        return value > 6.0 / 29 ? value * value * value : (value - 16.0 / 116) * 108 / 841;
    }

    /** The curve of sRGB, from light to samples, both in [0, 1]. */
    static double curve(double light) {
        return light <= .0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - .055;
    }
}
