package io.unveil.pipeline;

import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import io.unveil.image.Source;
import io.unveil.inference.Model;
import io.unveil.inference.RefusedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A picture as an autoencoder takes it. Colour becomes gray for a model of gray pictures; where the model takes one size alone, a larger picture is
 * resized to it, each axis on its own. Neither goes without a word.
 *
 * @param picture what is to come out again: the one that was sent, in gray where the model is
 * @param channels of the model's pictures
 * @param resized the one size, where the picture has another
 * @param steps what was done, one word each
 * @param notes the same in sentences
 */
public record FittedPicture(
        Picture picture, int channels, Optional<Size> resized, List<String> steps, List<String> notes) {
    /** Throws {@link RefusedRequest} for a picture that is smaller than the one size: what is missing cannot be made up. */
    public static FittedPicture of(Picture sent, Model model) {
        List<String> steps = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        int channels = model.card().channels();
        boolean gray = channels == 1 && sent.channels() == 3;
        if (gray) {
            steps.add("gray");
            notes.add("the model is for gray pictures: the colours were turned to gray by their luma%s"
                    .formatted(sent.hasAlpha() ? ", without the alpha" : ""));
        }
        Optional<Size> resized = model.card().only().filter(only -> !only.equals(sent.size()));
        resized.ifPresent(only -> {
            requireAtLeast(only, sent.size(), model.name());
            steps.add("resize");
            notes.add("the model takes pictures of %s alone: this one of %s was resized to that"
                    .formatted(only, sent.size()));
        });
        return new FittedPicture(gray ? sent.inGray() : sent, channels, resized, steps, notes);
    }

    private static void requireAtLeast(Size least, Size sent, String model) {
        if (sent.width() < least.width() || sent.height() < least.height()) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                    "the picture is %s, smaller than the %s that model '%s' takes".formatted(sent, least, model));
        }
    }

    /** What the model reads, in the picture's channels. */
    public Source source() {
        return resized.map(size -> (Source) Resampling.resized(picture, size)).orElse(picture);
    }

    /** The model's planes: a gray picture fills all of them. */
    public Pixels planes(Pixels part) {
        if (part.channels() == channels) {
            return part;
        }
        float[] values = new float[part.width() * part.height() * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = part.values()[i / channels];
        }
        return new Pixels(part.width(), part.height(), channels, values);
    }

    /** The picture's channels from the model's planes: a gray picture is the mean of all of them. */
    public Pixels fromPlanes(Pixels planes) {
        if (planes.channels() == picture.channels()) {
            return planes;
        }
        float[] means = new float[planes.width() * planes.height()];
        for (int i = 0; i < planes.values().length; i++) {
            means[i / channels] += planes.values()[i] / channels;
        }
        return new Pixels(planes.width(), planes.height(), 1, means);
    }
}
