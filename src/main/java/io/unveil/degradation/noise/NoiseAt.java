package io.unveil.degradation.noise;

/**
 * How strong noise is where a picture is so bright.
 *
 * @param brightness 8-bit levels, 0 to 255
 * @param sigma standard deviation in 8-bit levels
 */
public record NoiseAt(double brightness, double sigma) {}
