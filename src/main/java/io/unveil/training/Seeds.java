package io.unveil.training;

/**
 * Seeds of all random numbers: each depends only on the recipe's seed, the step and the use, so that a resumed training
 * continues exactly.
 */
final class Seeds {
    private Seeds() {}

    /** The use of a seed; equal steps draw different numbers for different uses. */
    enum Use {
        PATCHES(1),
        ENGINE_NOISE(2),
        VALIDATION(3),
        NOISE_LEVELS(4),
        HOLES(5),
        DEFECTS(6),
        TURNS(7),
        NOISES(8);

        private final int number;

        Use(int number) {
            this.number = number;
        }
    }

    /** Mixed by the finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    static int of(long seed, long step, Use use) {
        long z = seed * 0x9E3779B97F4A7C15L + step * 0xD1342543DE82EF95L + use.number;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (int) (z ^ (z >>> 31)) & Integer.MAX_VALUE;
    }
}
