package io.unveil.pipeline;

import io.unveil.image.Picture;
import java.util.function.ToDoubleFunction;

/**
 * How strong the noise in a picture is.
 *
 * @param sigma standard deviation in 8-bit levels
 * @param estimated whether it was estimated from the picture
 */
record NoiseLevel(double sigma, boolean estimated) {
    /** Estimates below this are no visible noise: what clean photographs of cameras and JPEG files are estimated at. */
    static final double VISIBLE = 0.7;

    /** The largest level that networks are told. */
    private static final double LARGEST = 100;

    static NoiseLevel of(Picture picture, Sigma sigma, ToDoubleFunction<Picture> estimator) {
        if (sigma instanceof Sigma.Known known) {
            return new NoiseLevel(known.levels(), false);
        }
        return new NoiseLevel(Math.min(LARGEST, estimator.applyAsDouble(picture)), true);
    }

    /** Whether there is nothing to take away. */
    boolean isNone() {
        return sigma == 0 || estimated && sigma < VISIBLE;
    }
}
