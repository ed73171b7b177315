package io.unveil.model;

import java.util.List;

/**
 * What a denoiser can be given about Gaussian noise.
 *
 * @param sigma in 8-bit levels
 * @param clipped whether it is clipped and rounded, as in files
 */
public record GivenNoise(double sigma, boolean clipped) {
    /** The most numbers. */
    static final int NUMBERS = 2;

    /**
     * As many numbers as a network takes; each fills a plane: sigma / 255, then 1 where the noise is clipped and 0
     * where it is not.
     */
    List<Float> numbers(int count) {
        return List.of((float) (sigma / 255), clipped ? 1f : 0f).subList(0, count);
    }
}
