package io.unveil.image.codec;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.Optional;

/** CMYK with 8 bits to sRGB: by the file's profile, or as if inks were perfect. */
final class Cmyk {
    private final Optional<ColorSpace> inks;
    private int last = -1; // the last colour, for neighbours are often alike and profiles are slow
    private final double[] answer = new double[3];

    private Cmyk(Optional<ColorSpace> inks) {
        this.inks = inks;
    }

    static Cmyk of(Optional<byte[]> profile) {
        return new Cmyk(profile.filter(IccProfile::isWhole).flatMap(Cmyk::inks));
    }

    private static Optional<ColorSpace> inks(byte[] profile) {
        try {
            ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
            if (space.getType() != ColorSpace.TYPE_CMYK) {
                return Optional.empty();
            }
            space.toRGB(new float[4]); // a broken one fails here
            return Optional.of(space);
        } catch (IllegalArgumentException | CMMException broken) {
            return Optional.empty();
        }
    }

    /** In place, from 0 to 255: how much ink there is, then how much light. */
    void toSrgb(double[] colour, double white) {
        int packed = 0;
        for (int c = 0; c < 4; c++) {
            packed = packed << 8 | (int) Math.round(colour[c]);
        }
        if (packed != last || last == -1) {
            convert(colour, white);
            last = packed;
        }
        System.arraycopy(answer, 0, colour, 0, 3);
    }

    private void convert(double[] colour, double white) {
        if (inks.isEmpty()) {
            for (int c = 0; c < 3; c++) {
                answer[c] = (white - colour[c]) * (white - colour[3]) / white;
            }
            return;
        }
        float[] share = new float[4];
        for (int c = 0; c < 4; c++) {
            share[c] = (float) (colour[c] / white);
        }
        float[] rgb = inks.get().toRGB(share);
        for (int c = 0; c < 3; c++) {
            answer[c] = rgb[c] * white;
        }
    }
}
