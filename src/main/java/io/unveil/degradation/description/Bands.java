package io.unveil.degradation.description;

/**
 * How much a block of a picture varies at three scales: variances, in squared 8-bit levels, of the picture itself, of
 * the picture halved and of the picture halved twice, each within 8 x 8 of its own pixels and without slopes. Halving
 * takes three quarters of the variance of white noise away, but little of what hangs together over several pixels.
 *
 * @param fine of the picture as it is
 * @param middle at half its size
 * @param coarse at a quarter of its size
 */
record Bands(double fine, double middle, double coarse) {
    Bands plus(Bands other) {
        return new Bands(fine + other.fine, middle + other.middle, coarse + other.coarse);
    }
}
