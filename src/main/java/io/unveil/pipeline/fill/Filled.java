package io.unveil.pipeline.fill;

import io.unveil.image.MaskedDifference;
import io.unveil.image.Picture;
import io.unveil.pipeline.Timing;
import java.util.List;
import java.util.Optional;

/**
 * A picture whose hole is filled, and how that came to be.
 *
 * @param picture the input with other pixels in the hole; of its size, channels, depth, profile and format. Where the mask was its alpha, what is
 *     filled is opaque
 * @param model the model's name, or that of the method where it is none
 * @param device where it ran
 * @param coverage share of the picture that the hole takes, grown and inverted as was wished
 * @param steps what was done, in order, one word each
 * @param notes what a caller should know of it, in sentences; mostly none
 * @param error between input and output: outside of the hole there is none
 * @param reference input and output against the picture without a hole, where one was given
 */
public record Filled(
        Picture picture,
        String model,
        String device,
        double coverage,
        List<String> steps,
        List<String> notes,
        MaskedDifference error,
        Optional<Reference> reference,
        Timing timing) {
    public Filled {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /** Both pictures against the one without a hole. */
    public record Reference(MaskedDifference before, MaskedDifference after) {}
}
