package io.unveil.pipeline;

import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import io.unveil.image.Source;
import io.unveil.inference.Model;
import io.unveil.inference.RefusedRequest;
import io.unveil.model.InputForm;
import io.unveil.model.PlainPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A picture fitted to an autoencoder. Colour becomes gray for a model of gray pictures; where the model takes only one
 * size, a larger picture is resized to it, each axis separately. Steps and notes report both.
 *
 * @param picture the picture to reconstruct: the one that was sent, in gray for a gray model
 * @param form in which the model reads pictures
 * @param resized the size that the model takes, where the picture has another
 * @param steps the steps, one word each
 * @param notes the same in sentences
 */
public record FittedPicture(
        Picture picture, InputForm form, Optional<Size> resized, List<String> steps, List<String> notes) {
    /**
     * Throws {@link RefusedRequest} for a picture smaller than the size that the model takes, because missing detail
     * cannot be invented.
     */
    public static FittedPicture of(Picture sent, Model model) {
        List<String> steps = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        InputForm form = model.card().convention().form();
        boolean gray = form.channels() == 1 && sent.channels() == 3;
        if (gray) {
            steps.add("gray");
            notes.add("the model is for gray pictures: the colours were turned to gray by their luma%s"
                    .formatted(sent.hasAlpha() ? ", without the alpha" : ""));
        }
        Optional<Size> resized = model.card().only().filter(only -> !only.equals(sent.size()));
        resized.ifPresent(only -> {
            requireAtLeast(only, sent.size(), model.name());
            steps.add("resize");
            notes.add("the model takes only pictures of %s: this one of %s was resized to that"
                    .formatted(only, sent.size()));
        });
        return new FittedPicture(gray ? sent.inGray() : sent, form, resized, steps, notes);
    }

    private static void requireAtLeast(Size least, Size sent, String model) {
        if (sent.width() < least.width() || sent.height() < least.height()) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                    "the picture is %s, smaller than the %s that model '%s' takes".formatted(sent, least, model));
        }
    }

    /** The model's input, in the picture's channels. */
    public Source source() {
        return resized.map(size -> (Source) Resampling.resized(picture, size)).orElse(picture);
    }

    /** The model's planes: a gray picture fills all of them. */
    public Pixels planes(Pixels part) {
        return form.planes(part);
    }

    /** The picture's channels from the model's planes: a gray picture is the mean of all of them. */
    public Pixels fromPlanes(Pixels planes) {
        return new PlainPicture(form).answer(picture.channels(), planes);
    }

    /** Of the model's pictures. */
    public int channels() {
        return form.channels();
    }
}
