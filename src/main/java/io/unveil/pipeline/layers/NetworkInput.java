package io.unveil.pipeline.layers;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import io.unveil.inference.Model;
import io.unveil.model.Convention;
import io.unveil.pipeline.FittedPicture;

/**
 * What a network reads of a picture of which nothing else is known.
 *
 * @param planes as the network takes them, their sides multiples of its stride
 * @param fitted what was done to the picture before
 */
record NetworkInput(Pixels planes, FittedPicture fitted) {
    /** Of a network that takes any size: larger pictures are shrunk, so that maps can be looked at. */
    private static final int LONGEST_SIDE = 256;

    /** Throws {@link io.unveil.inference.RefusedRequest} for a picture that is smaller than the one size. */
    static NetworkInput of(Picture picture, Model model) {
        FittedPicture fitted = FittedPicture.of(picture, model);
        Convention convention = model.card().convention();
        Pixels prepared = convention.prepared(shown(fitted.picture(), model));
        int stride = model.architecture().stride();
        Pixels whole = model.card().only().isPresent()
                ? prepared
                : prepared.region(0, 0, multiple(prepared.width(), stride), multiple(prepared.height(), stride));
        return new NetworkInput(convention.planes(whole), fitted);
    }

    /** The size in which the network reads the picture. */
    Size read() {
        return planes.size();
    }

    private static Picture shown(Picture picture, Model model) {
        int longest = Math.max(picture.size().width(), picture.size().height());
        if (model.card().only().isPresent() || model.card().area().isPresent() || longest <= LONGEST_SIDE) {
            return picture;
        }
        double scale = (double) LONGEST_SIDE / longest;
        int stride = model.architecture().stride();
        Size size = new Size(
                side(picture.size().width() * scale, stride),
                side(picture.size().height() * scale, stride));
        return Picture.of(Resampling.resized(picture, size), BitDepth.SIXTEEN, Format.PNG);
    }

    private static int side(double length, int stride) {
        return Math.max(stride, (int) Math.round(length / stride) * stride);
    }

    /** The longest that fits; where not even one stride does, the layers say so. */
    private static int multiple(int length, int stride) {
        return length < stride ? length : length - length % stride;
    }
}
