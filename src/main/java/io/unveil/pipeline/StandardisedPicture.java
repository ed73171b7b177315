package io.unveil.pipeline;

import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import io.unveil.image.Standardising;
import io.unveil.inference.Model;

/**
 * A picture as networks read it that look for defects: of the model's area, its proportions kept, and of one brightness and contrast.
 *
 * @param standardised values in [0, 1]
 * @param planes the same in units of the picture's spread
 */
record StandardisedPicture(Standardising standardising, Pixels standardised, Pixels planes) {
    static StandardisedPicture of(Pixels picture, Model model) {
        Size taken = taken(picture.size(), model);
        Pixels read = taken.equals(picture.size()) ? picture : Resampling.resized(picture, taken);
        Standardising standardising = Standardising.of(read);
        Pixels standardised = standardising.apply(read);
        return new StandardisedPicture(standardising, standardised, Standardising.inSpreads(standardised));
    }

    private static Size taken(Size picture, Model model) {
        if (model.card().area().isEmpty()) {
            return picture;
        }
        long side = model.card().area().getAsInt();
        return picture.ofArea(side * side);
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
