package io.unveil.degradation.noise;

/**
 * How noisy a picture is, in 8-bit levels. The two figures differ where noise was cut off at black and white: of a
 * nominal sigma of 50, a file of 8 bits keeps an error of about 46.
 *
 * @param sigma standard deviation of the noise before it was clipped and rounded; the input of a denoiser
 * @param error expected root mean square error of the picture as it is: noise, less the clipped part, and rounding
 * @param flatness variance of the quietest direction of the patches over that which a fifth of the directions stay
 *     below: nearly 1 for white noise, which fills all alike, far less where neighbours go together; 1 without noise
 */
public record NoiseLevel(double sigma, double error, double flatness) {
    /** No noise, or a picture that is too small for an estimate. */
    public static final NoiseLevel NONE = new NoiseLevel(0, 0, 1);

    /**
     * Below this sigma nobody sees noise, and nearly all photographs that are used as clean ones lie below it
     * (docs/noise.md).
     */
    public static final double VISIBLE = 1.5;

    /** Whether the noise is visible. */
    public boolean visible() {
        return sigma >= VISIBLE;
    }
}
