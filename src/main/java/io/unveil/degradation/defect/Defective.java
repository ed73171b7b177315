package io.unveil.degradation.defect;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;

/**
 * A picture with defects, and where they are.
 *
 * @param mask pixels that a defect covers by more than half; empty for a clean picture
 */
public record Defective(Pixels picture, Mask mask) {
    public Defective {
        if (!mask.size().equals(picture.size())) {
            throw new IllegalArgumentException(
                    "a mask of %s does not fit a picture of %s".formatted(mask.size(), picture.size()));
        }
    }
}
