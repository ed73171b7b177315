package io.unveil.image.codec;

/**
 * Between which floating point numbers the samples of a file lay, so that they can be written on the same scale again.
 *
 * @param black the number of level 0
 * @param white that of the highest level
 */
record FloatScale(double black, double white) {
    float number(int level, int mostLevel) {
        return (float) (black + (white - black) * level / mostLevel);
    }
}
