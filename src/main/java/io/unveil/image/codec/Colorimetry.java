package io.unveil.image.codec;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How samples are to be shown where no ICC profile says it (PNG specification, third edition, sections 11.3.2.1 to
 * 11.3.2.6; TIFF 6.0, section 20).
 *
 * @param coding code points of ITU-T H.273
 * @param chromaticities white, red, green and blue, x and y each, in 100000ths
 * @param gamma of the encoding, in 100000ths: 100000 for linear samples, 45455 for a display of gamma 2.2
 * @param intent the samples are sRGB, to be rendered by this intent, 0 to 3
 */
record Colorimetry(Optional<CodePoints> coding, Optional<int[]> chromaticities, OptionalInt gamma, OptionalInt intent) {
    private static final int PQ = 16;
    private static final int HLG = 18;
    private static final int SRGB_GAMMA = 45455;
    private static final int[] SRGB = {31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000};

    /** Numbers of ITU-T H.273; the matrix is always 0 (RGB). */
    record CodePoints(int primaries, int transfer, boolean fullRange) {}

    static final Colorimetry NONE =
            new Colorimetry(Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty());

    boolean saysAnything() {
        return coding.isPresent() || chromaticities.isPresent() || gamma.isPresent() || intent.isPresent();
    }

    /** Whether white is far above that of paper: such samples mean nothing without being said to be such. */
    Optional<String> highDynamicRange() {
        return coding.map(CodePoints::transfer)
                .filter(code -> code == PQ || code == HLG)
                .map(code -> code == PQ ? "PQ" : "HLG");
    }

    /**
     * Whether samples look as they are meant to where nothing is said of them, that is as sRGB. What is nearest to the
     * truth decides: code points, then sRGB, then gamma and chromaticities.
     */
    boolean isLikeSrgb() {
        if (coding.isPresent()) {
            int transfer = coding.get().transfer();
            return coding.get().primaries() == 1
                    && (transfer == 13 || transfer == 1)
                    && coding.get().fullRange();
        }
        if (intent.isPresent()) {
            return true;
        }
        boolean usualGamma = gamma.isEmpty() || Math.abs(gamma.getAsInt() - SRGB_GAMMA) < 1000;
        return usualGamma && chromaticities.map(Colorimetry::isNearSrgb).orElse(true);
    }

    private static boolean isNearSrgb(int[] given) {
        for (int i = 0; i < SRGB.length; i++) {
            if (Math.abs(given[i] - SRGB[i]) > 500) {
                return false;
            }
        }
        return true;
    }

    /** White, red, green and blue as numbers below 1, those of sRGB where none are given. */
    double[] primaries() {
        int[] given = coding.map(code -> ofPrimaries(code.primaries()))
                .or(() -> chromaticities)
                .orElse(SRGB);
        double[] numbers = new double[given.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = given[i] / 100_000.0;
        }
        return numbers;
    }

    /** H.273, table 2; those that no still picture has count as those of sRGB. */
    private static int[] ofPrimaries(int code) {
        return switch (code) {
            case 9 -> new int[] {31270, 32900, 70800, 29200, 17000, 79700, 13100, 4600}; // BT.2020
            case 11 -> new int[] {31400, 35100, 68000, 32000, 26500, 69000, 15000, 6000}; // DCI-P3
            case 12 -> new int[] {31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000}; // Display P3
            case 5 -> new int[] {31270, 32900, 64000, 33000, 29000, 60000, 15000, 6000}; // BT.601, 625 lines
            case 6, 7 -> new int[] {31270, 32900, 63000, 34000, 31000, 59500, 15500, 7000}; // BT.601, 525 lines
            default -> SRGB;
        };
    }

    /** The light that a sample in [0, 1] stands for, in [0, 1]. */
    double light(double sample) {
        if (coding.isPresent()) {
            return switch (coding.get().transfer()) {
                case 8 -> sample;
                case 4 -> Math.pow(sample, 2.2);
                case 5 -> Math.pow(sample, 2.8);
                case 1, 6, 14, 15 ->
                    sample < .081 ? sample / 4.5 : Math.pow((sample + .099) / 1.099, 1 / .45); // BT.709
                default -> ofSrgb(sample);
            };
        }
        return gamma.isPresent() && intent.isEmpty() ? Math.pow(sample, 100_000.0 / gamma.getAsInt()) : ofSrgb(sample);
    }

    private static double ofSrgb(double sample) {
        return sample <= .04045 ? sample / 12.92 : Math.pow((sample + .055) / 1.055, 2.4);
    }
}
