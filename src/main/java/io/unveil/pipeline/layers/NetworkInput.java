package io.unveil.pipeline.layers;

import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import io.unveil.inference.Model;
import io.unveil.pipeline.FittedPicture;

/**
 * What a network reads of a picture of which nothing else is known ({@link io.unveil.model.Convention}): noise of sigma
 * 25, no hole, nothing hidden.
 *
 * @param read the size in which it reads the picture
 * @param planes as the network takes them
 * @param fitted what was done to the picture before
 */
record NetworkInput(Size read, Pixels planes, FittedPicture fitted) {
    /** Of a network that takes any size: larger pictures are shrunk, so that maps can be looked at. */
    static final int LONGEST_SIDE = 256;

    /** Throws {@link io.unveil.inference.RefusedRequest} for a picture that is smaller than the one size. */
    static NetworkInput of(Picture picture, Model model) {
        FittedPicture fitted = FittedPicture.of(picture, model);
        Size read = model.card().only().orElseGet(() -> shown(fitted.picture().size(), model));
        Pixels values = fitted.planes(Resampling.resized(fitted.picture(), read));
        return new NetworkInput(read, model.card().convention().planes(values), fitted);
    }

    /** The picture's proportions, sides that are multiples of the stride, and no longer than can be looked at. */
    private static Size shown(Size picture, Model model) {
        int stride = model.architecture().stride();
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(picture.width(), picture.height()));
        return new Size(side(picture.width() * scale, stride), side(picture.height() * scale, stride));
    }

    private static int side(double length, int stride) {
        return Math.max(stride, (int) Math.round(length / stride) * stride);
    }
}
