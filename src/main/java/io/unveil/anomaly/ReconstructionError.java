package io.unveil.anomaly;

import io.unveil.image.Halving;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a repaired picture is from the given one, place by place. A network that knows only normal pictures cannot
 * reproduce a defect.
 */
public enum ReconstructionError {
    /** Squared error, mean over channels. */
    SQUARED_ERROR {
        @Override
        Pixels ofChannel(Pixels given, Pixels repaired) {
            return each(given, repaired, (a, b) -> (a - b) * (a - b));
        }
    },
    /** 1 - SSIM (Wang et al. 2004) in Gaussian windows of sigma 1.5, as an error map (Bergmann et al. 2019). */
    SSIM {
        private static final double SIGMA = 1.5;
        private static final double C1 = 1e-4;
        private static final double C2 = 9e-4;

        @Override
        Pixels ofChannel(Pixels given, Pixels repaired) {
            float[] a = Blur.gaussian(given, SIGMA).values();
            float[] b = Blur.gaussian(repaired, SIGMA).values();
            float[] aa = blurred(given, given);
            float[] bb = blurred(repaired, repaired);
            float[] ab = blurred(given, repaired);
            float[] error = new float[a.length];
            for (int i = 0; i < error.length; i++) {
                double means = (2 * a[i] * b[i] + C1) / (a[i] * a[i] + b[i] * b[i] + C1);
                double variances = aa[i] - a[i] * a[i] + bb[i] - b[i] * b[i];
                error[i] = (float) (1 - means * (2 * (ab[i] - a[i] * b[i]) + C2) / (variances + C2));
            }
            return new Pixels(given.width(), given.height(), 1, error);
        }

        private static float[] blurred(Pixels one, Pixels other) {
            return Blur.gaussian(each(one, other, (a, b) -> a * b), SIGMA).values();
        }
    },
    /**
     * 1 - the similarity of gradient magnitudes (Xue et al. 2014), mean over the picture and its halves, down to an
     * eighth (RIAD, section 3.3).
     */
    GRADIENT {
        private static final int SCALES = 4;
        private static final int SMALLEST_SIDE = 8;
        private static final float C = 0.0026f;

        @Override
        Pixels ofChannel(Pixels given, Pixels repaired) {
            List<Pixels> errors = new ArrayList<>();
            Pixels a = given;
            Pixels b = repaired;
            for (int scale = 0;
                    scale == 0 || (scale < SCALES && Math.min(a.width(), a.height()) >= SMALLEST_SIDE);
                    scale++) {
                Pixels error =
                        each(Gradient.of(a), Gradient.of(b), (p, q) -> 1 - (2 * p * q + C) / (p * p + q * q + C));
                errors.add(Resampling.resized(error, given.size()));
                a = Halving.halved(a);
                b = Halving.halved(b);
            }
            return mean(errors);
        }
    };

    /** Its name as a scoring. */
    public String word() {
        return Words.of(this);
    }

    abstract Pixels ofChannel(Pixels given, Pixels repaired);

    /** One channel; both pictures of one size and the same channels, values in [0, 1]. */
    public Pixels between(Pixels given, Pixels repaired) {
        List<Pixels> errors = new ArrayList<>();
        for (int channel = 0; channel < given.channels(); channel++) {
            errors.add(ofChannel(channel(given, channel), channel(repaired, channel)));
        }
        return mean(errors);
    }

    private static Pixels channel(Pixels pixels, int channel) {
        float[] values = new float[pixels.width() * pixels.height()];
        for (int i = 0; i < values.length; i++) {
            values[i] = pixels.values()[i * pixels.channels() + channel];
        }
        return new Pixels(pixels.width(), pixels.height(), 1, values);
    }

    private static Pixels mean(List<Pixels> maps) {
        Pixels first = maps.get(0);
        float[] mean = new float[first.values().length];
        for (Pixels map : maps) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += map.values()[i] / maps.size();
            }
        }
        return new Pixels(first.width(), first.height(), 1, mean);
    }

    private interface Both {
        float of(float a, float b);
    }

    private static Pixels each(Pixels one, Pixels other, Both both) {
        float[] values = new float[one.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = both.of(one.values()[i], other.values()[i]);
        }
        return new Pixels(one.width(), one.height(), 1, values);
    }
}
