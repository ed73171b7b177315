package io.unveil.degradation.noise;

import io.unveil.degradation.Bounds;
import io.unveil.degradation.Draws;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Chroma;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A kind of noise. In the formulas x is one clean sample in [0, 1] and y the noisy one. Samples are processed in the
 * order of {@link Pixels}, by most kinds independently, with draws from one seeded generator ({@link Draws}): equal
 * noise, picture and seed give the same bits on every machine, Java release and number of threads.
 */
public sealed interface Noise
        permits Noise.Gaussian,
                Noise.Poisson,
                Noise.Speckle,
                Noise.SaltAndPepper,
                Noise.DeadPixels,
                Noise.Jpeg,
                Noise.InTurn,
                Grain,
                SensorNoise,
                CameraNoise,
                AnyCamera,
                NoiseMixture.OffGrid {
    /** Leaves the picture as it is. */
    Noise NONE = new InTurn(List.of());

    /** What {@link #parse} takes, for messages and help. */
    String FORMS = "gaussian:SIGMA (0 to 100, 8-bit levels), poisson:PEAK (1 to 1000000, photons at white), "
            + "sensor:ISO and camera:ISO (0 to 102400, as cameras count it), grain:SIGMA (0 to 100, 8-bit levels), "
            + "speckle:SIGMA (0 to 2, relative to the sample), salt-and-pepper:SHARE (0 to 1, of the samples), "
            + "dead-pixels:SHARE (0 to 1, of the pixels), jpeg:QUALITY and jpeg-420:QUALITY (1 to 100, whole); "
            + "several in turn with +, as in sensor:3200+jpeg-420:80";

    /**
     * The noisy picture, of the same size and channels. Gaussian, Poisson and speckle noise and grain are not clipped,
     * because denoising is usually measured so; {@link #asInFile} clips.
     */
    Pixels addTo(Pixels clean, long seed);

    /**
     * What of it belongs to the picture, as its file has it, and is not to be cleaned away: JPEG from a quality on. All
     * other noise leaves the picture as it is.
     */
    default Noise belonging(int quality) {
        return NONE;
    }

    /** As a file of 8 bits has it: clipped to [0, 1] and rounded to the next multiple of 1/255. */
    static Pixels asInFile(Pixels pixels) {
        return Picture.of(pixels, BitDepth.EIGHT, Format.PNG).pixels();
    }

    /**
     * Reads {@code kind:amount}, as in {@code gaussian:25}, or several of them joined by {@code +}; {@link #FORMS}
     * lists the kinds.
     *
     * @throws IllegalArgumentException on an unknown kind, an amount that is no number or one out of range
     */
    static Noise parse(String text) {
        return text.contains("+")
                ? new InTurn(
                        Arrays.stream(text.split("\\+", -1)).map(Noise::one).toList())
                : one(text);
    }

    private static Noise one(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("noise '%s' lacks its amount; allowed: %s".formatted(text, FORMS));
        }
        String amount = text.substring(colon + 1).strip();
        return switch (text.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
            case "gaussian" -> new Gaussian(number(text, amount));
            case "poisson" -> new Poisson(number(text, amount));
            case "speckle" -> new Speckle(number(text, amount));
            case "salt-and-pepper" -> new SaltAndPepper(number(text, amount));
            case "dead-pixels" -> new DeadPixels(number(text, amount));
            case "sensor" -> new SensorNoise(number(text, amount));
            case "camera" -> new AnyCamera(number(text, amount));
            case "grain" -> new Grain(number(text, amount), Grain.USUAL);
            case "jpeg" -> new Jpeg(whole(text, amount), Chroma.FULL);
            case "jpeg-420" -> new Jpeg(whole(text, amount), Chroma.HALVED);
            default ->
                throw new IllegalArgumentException(
                        "noise '%s' is not a known kind; allowed: %s".formatted(text, FORMS));
        };
    }

    private static double number(String text, String amount) {
        try {
            return Double.parseDouble(amount);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "noise '%s': '%s' is not a number; allowed: %s".formatted(text, amount, FORMS), e);
        }
    }

    private static int whole(String text, String amount) {
        try {
            return Integer.parseInt(amount);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "noise '%s': '%s' is not a whole number; allowed: %s".formatted(text, amount, FORMS), e);
        }
    }

    /**
     * Additive white Gaussian noise: y = x + n, n ~ N(0, (sigma / 255)^2).
     *
     * @param sigma standard deviation in 8-bit levels, 0 to 100
     */
    record Gaussian(double sigma) implements Noise {
        public Gaussian {
            Bounds.check("sigma of Gaussian noise", sigma, 0, 100, "8-bit levels");
        }

        @Override
        public Pixels addTo(Pixels clean, long seed) {
            Draws draws = new Draws(seed);
            return each(clean, x -> x + sigma / 255 * draws.normal());
        }
    }

    /**
     * Photon noise: y = k / peak, k ~ Poisson(peak x); its variance is x / peak. A sample below 0 sends no photons.
     *
     * @param peak mean number of photons at white, 1 to 1,000,000; fewer is noisier
     */
    record Poisson(double peak) implements Noise {
        public Poisson {
            Bounds.check("peak of Poisson noise", peak, 1, 1_000_000, "photons at white");
        }

        @Override
        public Pixels addTo(Pixels clean, long seed) {
            Draws draws = new Draws(seed);
            return each(clean, x -> draws.poisson(Math.max(0, peak * x)) / peak);
        }
    }

    /**
     * Multiplicative noise: y = x + x n, n ~ N(0, sigma^2).
     *
     * @param sigma standard deviation relative to the sample (no unit), 0 to 2
     */
    record Speckle(double sigma) implements Noise {
        public Speckle {
            Bounds.check("sigma of speckle noise", sigma, 0, 2, "relative to the sample");
        }

        @Override
        public Pixels addTo(Pixels clean, long seed) {
            Draws draws = new Draws(seed);
            return each(clean, x -> x + x * sigma * draws.normal());
        }
    }

    /**
     * Impulse noise: y = 0 with probability share / 2, 1 with probability share / 2, else x; each channel on its own.
     *
     * @param share expected share of samples that are lost, 0 to 1
     */
    record SaltAndPepper(double share) implements Noise {
        public SaltAndPepper {
            Bounds.check("share of salt-and-pepper noise", share, 0, 1, "of the samples");
        }

        @Override
        public Pixels addTo(Pixels clean, long seed) {
            Draws draws = new Draws(seed);
            return each(clean, x -> {
                double u = draws.uniform();
                return u < share / 2 ? 0 : u < share ? 1 : x;
            });
        }
    }

    /**
     * Pixels lost as a whole: all channels 0 with probability share / 2, all 1 with probability share / 2, else as they
     * were.
     *
     * @param share expected share of pixels that are lost, 0 to 1
     */
    record DeadPixels(double share) implements Noise {
        public DeadPixels {
            Bounds.check("share of dead pixels", share, 0, 1, "of the pixels");
        }

        @Override
        public Pixels addTo(Pixels clean, long seed) {
            Draws draws = new Draws(seed);
            float[] noisy = clean.values().clone();
            for (int from = 0; from < noisy.length; from += clean.channels()) {
                double u = draws.uniform();
                if (u < share) {
                    Arrays.fill(noisy, from, from + clean.channels(), u < share / 2 ? 0 : 1);
                }
            }
            return new Pixels(clean.width(), clean.height(), clean.channels(), noisy);
        }
    }

    /**
     * JPEG: the picture is clipped and rounded to 8 bits, encoded and decoded again. Uses no random numbers.
     *
     * @param quality 1 (worst) to 100, as the encoders count it
     * @param chroma samples of colour that the file keeps
     */
    record Jpeg(int quality, Chroma chroma) implements Noise {
        public Jpeg {
            Bounds.check("quality of JPEG", quality, 1, 100, "whole");
        }

        @Override
        public Noise belonging(int quality) {
            return this.quality >= quality ? this : NONE;
        }

        @Override
        public Pixels addTo(Pixels clean, long seed) {
            byte[] file = Codec.encodeJpeg(Picture.of(clean, BitDepth.EIGHT, Format.JPEG), quality, chroma);
            Limits own = new Limits(clean.size().pixels(), Math.max(clean.width(), clean.height()));
            return Codec.decode(file, own).pixels();
        }
    }

    /** Several kinds, one after the other; an empty list leaves the picture as it is. */
    record InTurn(List<Noise> noises) implements Noise {
        public InTurn {
            noises = List.copyOf(noises);
        }

        @Override
        public Noise belonging(int quality) {
            return new InTurn(
                    noises.stream().map(noise -> noise.belonging(quality)).toList());
        }

        @Override
        public Pixels addTo(Pixels clean, long seed) {
            Draws draws = new Draws(seed);
            Pixels noisy = clean;
            for (Noise noise : noises) {
                noisy = noise.addTo(noisy, draws.seed());
            }
            return noisy;
        }
    }

    private static Pixels each(Pixels clean, DoubleUnaryOperator noise) {
        float[] noisy = new float[clean.values().length];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (float) noise.applyAsDouble(clean.values()[i]);
        }
        return new Pixels(clean.width(), clean.height(), clean.channels(), noisy);
    }
}
