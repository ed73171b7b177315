package io.unveil.evaluation;

import io.unveil.degradation.Noise;
import io.unveil.pipeline.Sigma;
import java.math.BigDecimal;

/**
 * What the pictures are spoiled by.
 *
 * @param name as a row calls it, such as "sigma=25"
 * @param told the noise level that denoisers are told; they estimate it where the run is blind
 */
public record Condition(String name, Noise noise, Sigma told) {
    /** Gaussian noise of so many 8-bit levels, 0 to 100. */
    public static Condition gaussian(double sigma) {
        String plain = BigDecimal.valueOf(sigma).stripTrailingZeros().toPlainString();
        return new Condition("sigma=" + plain, new Noise.Gaussian(sigma), new Sigma.Known(sigma));
    }

    /** Any noise, as {@link Noise#parse} reads it; its level is estimated, for other noises have none that could be told. */
    public static Condition of(String noise) {
        return Noise.parse(noise) instanceof Noise.Gaussian gaussian
                ? gaussian(gaussian.sigma())
                : new Condition("noise=" + noise, Noise.parse(noise), new Sigma.Auto());
    }
}
