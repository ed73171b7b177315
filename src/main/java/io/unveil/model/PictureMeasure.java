package io.unveil.model;

import io.unveil.image.Pixels;

/** A measure of a picture, such as the width of a blob: the network reads values in [0, 1] and answers one number. */
public record PictureMeasure(InputForm form) implements Convention {
    @Override
    public Pixels planes(Pixels picture) {
        return picture;
    }

    /** The measure. */
    public float answer(Pixels output) {
        return output.values()[0];
    }

    @Override
    public Signature signature() {
        return Signature.ofPicture(form, "v", "measure", "one number, the measure of the picture");
    }
}
