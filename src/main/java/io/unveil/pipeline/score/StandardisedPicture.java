package io.unveil.pipeline.score;

import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.Standardising;
import io.unveil.inference.Model;
import io.unveil.inference.RefusedRequest;
import io.unveil.model.StandardisedReading;
import io.unveil.pipeline.FittedPicture;

/**
 * A picture as networks for defects read it: resized to the model's area, proportions kept, with one brightness and
 * contrast.
 *
 * @param standardised values in [0, 1]
 * @param planes that the network reads where nothing is hidden
 */
record StandardisedPicture(Standardising standardising, Pixels standardised, Pixels planes) {
    /** The least shorter side: less shows nothing of a texture. */
    private static final int SMALLEST_SIDE = 16;

    /** Throws {@link RefusedRequest} for a picture that is too small. */
    static StandardisedPicture of(FittedPicture fitting, Model model) {
        Picture picture = fitting.picture();
        StandardisedReading convention = model.card().convention(StandardisedReading.class);
        requireSides(picture.size(), convention.form().size(picture.size()));
        StandardisedReading.Standardised read = convention.standardised(picture);
        return new StandardisedPicture(read.by(), read.picture(), convention.planes(read.picture()));
    }

    private static void requireSides(Size sent, Size taken) {
        if (Math.min(sent.width(), sent.height()) < SMALLEST_SIDE) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                    "the picture is %s; to be scored it must have at least %d pixels a side"
                            .formatted(sent, SMALLEST_SIDE));
        }
        if (Math.min(taken.width(), taken.height()) < SMALLEST_SIDE) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                    "the picture is %s, which the model would read at %s; at least %d pixels a side must be left, so send it in pieces"
                            .formatted(sent, taken, SMALLEST_SIDE));
        }
    }

    /** Standardised values mapped back to the picture's own levels. */
    Pixels undo(Pixels values) {
        return standardising.undo(values);
    }
}
