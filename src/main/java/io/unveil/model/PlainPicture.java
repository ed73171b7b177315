package io.unveil.model;

import io.unveil.image.Pixels;

/** An autoencoder: it reads a picture, values in [0, 1], and answers a picture of the same form. */
public record PlainPicture(InputForm form) implements Convention {
    /** The picture; a gray one fills all planes. */
    @Override
    public Pixels planes(Pixels picture) {
        return form.planes(picture);
    }

    /** The answer in the channels of the picture that was read: for a gray one the mean over all planes. */
    public Pixels answer(int channels, Pixels output) {
        if (output.channels() == channels) {
            return output;
        }
        float[] means = new float[output.width() * output.height()];
        for (int i = 0; i < output.values().length; i++) {
            means[i / output.channels()] += output.values()[i] / output.channels();
        }
        return new Pixels(output.width(), output.height(), 1, means);
    }

    @Override
    public Signature signature() {
        return Signature.ofPicture(form, "v", "picture", "the picture in the same planes, in [0, 1]");
    }
}
