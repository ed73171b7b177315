package io.unveil.model;

import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Standardising;

/**
 * A network that reads pictures of one area, brightness and contrast, in units of their standard deviation: (v - 1/2) /
 * {@link Standardising#SPREAD} of a standardised value v.
 */
public sealed interface StandardisedReading extends Convention permits Defects, HiddenCells {
    /** What a sample v becomes. */
    String READS = "(v - mean) / standard deviation, both over all samples of the resized picture, the deviation at"
            + " least %s, the result clipped to +-%s".formatted(Standardising.LEAST, 0.5 / Standardising.SPREAD);

    /** The standardised picture, in [0, 1]. */
    @Override
    default Pixels prepared(Picture picture) {
        return standardised(picture).picture();
    }

    /** The picture in the network's form, and how it was standardised. */
    default Standardised standardised(Picture picture) {
        Pixels read = form().of(picture);
        Standardising by = Standardising.of(read);
        return new Standardised(by, by.apply(read));
    }

    /**
     * A standardised picture.
     *
     * @param picture values in [0, 1]
     */
    record Standardised(Standardising by, Pixels picture) {}
}
