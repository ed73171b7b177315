package io.unveil.evaluation;

import io.unveil.degradation.noise.Noise;
import io.unveil.pipeline.denoise.Sigma;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * The noise of one row.
 *
 * @param name in the row, such as "sigma=25"
 * @param sigma the noise level that is given to denoisers; in a blind run they estimate it
 */
public record Condition(String name, Noise noise, Sigma sigma) {
    /**
     * The noises for measuring blind models: none, and several kinds at two strengths each. No recipe trains on Poisson
     * noise.
     */
    public static final List<Condition> MIXTURES = Stream.of(
                    "gaussian:0",
                    "gaussian:15",
                    "gaussian:50",
                    "sensor:1600",
                    "sensor:12800",
                    "sensor:3200+jpeg-420:80",
                    "sensor:12800+jpeg-420:50",
                    "grain:10",
                    "grain:25",
                    "poisson:100",
                    "poisson:20",
                    "speckle:0.1",
                    "speckle:0.4",
                    "salt-and-pepper:0.02",
                    "salt-and-pepper:0.2",
                    "dead-pixels:0.02",
                    "dead-pixels:0.2",
                    "jpeg-420:70",
                    "jpeg-420:30")
            .map(Condition::of)
            .toList();

    /** Gaussian noise of this sigma in 8-bit levels, 0 to 100. */
    public static Condition gaussian(double sigma) {
        String plain = BigDecimal.valueOf(sigma).stripTrailingZeros().toPlainString();
        return new Condition("sigma=" + plain, new Noise.Gaussian(sigma), new Sigma.Known(sigma));
    }

    /** Any noise, as {@link Noise#parse} reads it; its level is estimated, because only Gaussian noise has a sigma. */
    public static Condition of(String noise) {
        return Noise.parse(noise) instanceof Noise.Gaussian gaussian
                ? gaussian(gaussian.sigma())
                : new Condition("noise=" + noise, Noise.parse(noise), new Sigma.Auto());
    }
}
