package io.unveil.degradation.noise;

import java.util.List;

/**
 * What a denoiser can be told of Gaussian noise.
 *
 * @param sigma in 8-bit levels
 * @param clipped whether it is clipped and rounded, as in files
 */
public record GivenNoise(double sigma, boolean clipped) {
    /** As many numbers as a network takes, each of which fills a plane: sigma / 255, then 1 where the noise is clipped and 0 where it is not. */
    public List<Float> numbers(int count) {
        return List.of((float) (sigma / 255), clipped ? 1f : 0f).subList(0, count);
    }
}
