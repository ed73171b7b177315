package io.unveil.pipeline.score;

import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import io.unveil.image.Standardising;
import io.unveil.inference.Model;
import io.unveil.inference.RefusedRequest;
import io.unveil.pipeline.FittedPicture;

/**
 * A picture as networks read it that look for defects: of the model's area, its proportions kept, and of one brightness and contrast.
 *
 * @param standardised values in [0, 1]
 * @param planes the same in units of the picture's spread
 */
record StandardisedPicture(Standardising standardising, Pixels standardised, Pixels planes) {
    /** Of the shorter side: less shows nothing of a texture. */
    private static final int SMALLEST_SIDE = 16;

    /** Throws {@link RefusedRequest} for a picture in which nothing can be seen. */
    static StandardisedPicture of(FittedPicture fitting, Model model) {
        Picture picture = fitting.picture();
        Size taken = taken(picture.size(), model);
        requireSides(picture.size(), taken);
        Pixels read =
                fitting.planes(taken.equals(picture.size()) ? picture.pixels() : Resampling.resized(picture, taken));
        Standardising standardising = Standardising.of(read);
        Pixels standardised = standardising.apply(read);
        return new StandardisedPicture(standardising, standardised, Standardising.inSpreads(standardised));
    }

    /** The size in which the network reads a picture. */
    private static Size taken(Size picture, Model model) {
        if (model.card().area().isEmpty()) {
            return picture;
        }
        long side = model.card().area().getAsInt();
        return picture.ofArea(side * side);
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

    /** What planes of a network stand for, in [0, 1] of the standardised picture. */
    Pixels values(Pixels answered) {
        return Standardising.ofSpreads(answered);
    }

    /** Standardised values as the picture has them. */
    Pixels undo(Pixels values) {
        return standardising.undo(values);
    }
}
