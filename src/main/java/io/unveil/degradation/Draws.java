package io.unveil.degradation;

import java.util.SplittableRandom;

/**
 * Random numbers with the same bits on every machine: uniform numbers from {@link SplittableRandom} (Steele, Lea and
 * Flood 2014; one 64-bit word each) and everything else from them by {@link StrictMath}. The library's own
 * {@code nextGaussian} is not used: its method is free to change between Java releases. One instance serves one thread.
 */
public final class Draws {
    private final SplittableRandom words;
    private double spare = Double.NaN;

    public Draws(long seed) {
        this(new SplittableRandom(seed));
    }

    /** Continues from the state of these words; they advance with each draw. */
    public Draws(SplittableRandom words) {
        this.words = words;
    }

    /** A seed for separate draws. */
    public long seed() {
        return words.nextLong();
    }

    /**
     * The draws of one of many things, such as picture number i of a set or place j of batch number i. They depend only
     * on the seed and the numbers that name the thing, not on earlier draws. Mixed by the finaliser of SplitMix64.
     */
    public static Draws of(long seed, long... numbers) {
        long mixed = seed;
        for (long number : numbers) {
            mixed = mix(mixed * 0x9E3779B97F4A7C15L + number + 0xD1342543DE82EF95L);
        }
        return new Draws(mixed);
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    public double uniform() {
        return (words.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    public double between(double low, double high) {
        return low + uniform() * (high - low);
    }

    /** Log-uniform in [low, high); both are above 0. */
    public double byFactors(double low, double high) {
        return StrictMath.exp(between(StrictMath.log(low), StrictMath.log(high)));
    }

    /** A whole number from 0 to count - 1, all equally likely. */
    public int below(int count) {
        return (int) (uniform() * count);
    }

    /** True with this probability. */
    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /**
     * Standard normal, by Marsaglia's polar method (1964), which makes two at a time; the second serves the next call.
     */
    public double normal() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double u;
        double v;
        double square;
        do {
            u = 2 * uniform() - 1;
            v = 2 * uniform() - 1;
            square = u * u + v * v;
        } while (square >= 1 || square == 0);
        double stretch = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = v * stretch;
        return u * stretch;
    }

    /**
     * Poisson with this mean (at least 0): by counting up to a mean of 12, above by rejection at a cost that does not
     * grow.
     */
    public long poisson(double mean) {
        return mean <= 12 ? poissonByCounting(mean) : poissonByRejection(mean);
    }

    /**
     * Arrivals in unit time: the number of uniform numbers that can be multiplied before the product falls to
     * exp(-mean).
     */
    private long poissonByCounting(double mean) {
        double stop = StrictMath.exp(-mean);
        long count = 0;
        for (double product = uniform(); product > stop; product *= uniform()) {
            count++;
        }
        return count;
    }

    /**
     * Rejection from a Lorentzian hat: with s = sqrt(2 mean), k = floor(mean + s tan(pi u)) is kept with a chance of .9
     * (1 + tan^2) times the ratio of the Poisson weight of k to that at the mean (.9 keeps it below 1 for every mean
     * from 12 on; Numerical Recipes, section "Poisson deviates", after Ahrens and Dieter 1974).
     */
    private long poissonByRejection(double mean) {
        double width = Math.sqrt(2 * mean);
        double logMean = StrictMath.log(mean);
        double atMean = mean * logMean - logFactorial(mean);
        while (true) {
            double tangent = StrictMath.tan(Math.PI * uniform());
            double k = Math.floor(mean + width * tangent);
            if (k >= 0) {
                double ratio = StrictMath.exp(k * logMean - logFactorial(k) - atMean);
                if (uniform() <= .9 * (1 + tangent * tangent) * ratio) {
                    return (long) k;
                }
            }
        }
    }

    /** ln k! by Stirling's series with the argument moved up by 8, good to 1e-12. */
    private static double logFactorial(double k) {
        double product = 1;
        for (int i = 1; i <= 8; i++) {
            product *= k + i;
        }
        double z = k + 9;
        double series = (1 / 12. - (1 / 360. - 1 / (1260 * z * z)) / (z * z)) / z;
        return (z - .5) * StrictMath.log(z) - z + .5 * StrictMath.log(2 * Math.PI) + series - StrictMath.log(product);
    }
}
