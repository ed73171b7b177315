package io.unveil.model;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Standardising;

/**
 * Filling in hidden cells of normal pictures (RIAD, Zavrtanik et al. 2021): the network reads the standardised picture
 * in units of its standard deviation, 0 in hidden cells, and answers the picture in the same units.
 */
public record HiddenCells(InputForm form) implements StandardisedReading {
    @Override
    public Pixels planes(Pixels standardised) {
        return Standardising.inSpreads(standardised);
    }

    /** The planes where part of the picture is hidden. */
    public Pixels planes(Pixels standardised, Mask hidden) {
        Pixels planes = planes(standardised);
        float[] rest = planes.values();
        for (int i = 0; i < rest.length; i++) {
            int pixel = i / planes.channels();
            rest[i] = hidden.at(pixel % planes.width(), pixel / planes.width()) ? 0 : rest[i];
        }
        return planes;
    }

    /** The standardised picture that the network answers, in [0, 1] except for overshoots. */
    public Pixels answer(Pixels output) {
        return Standardising.ofSpreads(output);
    }

    @Override
    public Signature signature() {
        return Signature.ofPicture(
                form, READS + "; 0 in hidden cells", "picture", "the picture in the same planes and units");
    }
}
