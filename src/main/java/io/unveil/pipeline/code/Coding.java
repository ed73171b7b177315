package io.unveil.pipeline.code;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.inference.Deadline;
import io.unveil.inference.Model;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.pipeline.FittedPicture;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Encodes pictures to latent codes and decodes them, by the two halves of an autoencoder. Thread-safe. */
public final class Coding {
    private final Autoencoders autoencoders;

    public Coding(Models models) {
        this.autoencoders = new Autoencoders(models);
    }

    /**
     * The latent code of a picture, which goes through the network as one piece. It is fitted to the network as in
     * {@link Reconstructing#reconstruct}. Where the network takes all sizes, the picture is mirrored at its right and
     * lower edge to whole strides; the code then represents this larger picture. Throws {@link RefusedRequest} when the
     * model is unknown, broken, for another task or without a code, when the picture is smaller than the model takes or
     * of more than a megapixel, and when the deadline passes; {@link InvalidParameter} when no model is named and there
     * are several.
     */
    public Encoded encode(Picture picture, Optional<String> name, Deadline deadline) {
        Model model = autoencoders.requireCode(name);
        FittedPicture fitting = FittedPicture.of(picture, model);
        long asked = System.nanoTime();
        Model.Passed passed = model.encode(fitting.planes(fitting.source().pixels()), deadline);
        LatentCode code = LatentCode.of(passed.planes());
        Size decoded = model.decoded(new Size(code.width(), code.height()), code.channels());
        List<String> steps = new ArrayList<>(fitting.steps());
        List<String> notes = new ArrayList<>(fitting.notes());
        if (fitting.resized().isEmpty() && !decoded.equals(picture.size())) {
            steps.add("pad");
            notes.add("the picture of %s was mirrored at its edges to %s, sides that the network takes"
                    .formatted(picture.size(), decoded));
        }
        steps.add("encoder");
        return new Encoded(
                code,
                model.name(),
                model.device(),
                picture.size(),
                decoded,
                steps,
                notes,
                Timing.since(asked, passed.queue()));
    }

    /**
     * The picture of a code. Throws {@link RefusedRequest} when the model is unknown, broken, for another task or
     * without a code, when the code does not belong to this model, and when the deadline passes;
     * {@link InvalidParameter} when no model is named and there are several.
     */
    public Decoded decode(LatentCode code, Optional<String> name, Deadline deadline) {
        Model model = autoencoders.requireCode(name);
        long asked = System.nanoTime();
        Model.Passed passed = model.decode(code.planes(), deadline);
        Picture picture = Picture.of(finite(passed.planes(), model.name()), BitDepth.EIGHT, Format.PNG);
        return new Decoded(picture, model.name(), model.device(), code, Timing.since(asked, passed.queue()));
    }

    /** The size of the picture that {@link #decode} will make; throws the same exceptions, before any work. */
    public Size decoded(LatentCode code, Optional<String> name) {
        return autoencoders.requireCode(name).decoded(new Size(code.width(), code.height()), code.channels());
    }

    /** Refuses overflow, which codes far from those of any picture may cause. */
    private static Pixels finite(Pixels planes, String model) {
        for (float value : planes.values()) {
            if (!Float.isFinite(value)) {
                throw new RefusedRequest(
                        RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                        "model '%s' makes %s of this code: its numbers are too large".formatted(model, value));
            }
        }
        return planes;
    }
}
