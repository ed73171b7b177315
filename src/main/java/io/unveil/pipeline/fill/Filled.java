package io.unveil.pipeline.fill;

import io.unveil.image.MaskedDifference;
import io.unveil.image.Picture;
import io.unveil.pipeline.Timing;
import java.util.List;
import java.util.Optional;

/**
 * A picture with its hole filled, and how it was made.
 *
 * @param picture the input with other pixels in the hole; of its size, channels, depth, profile and format. Where the
 *     mask was its alpha, filled pixels are opaque
 * @param model the model's name, or that of the method without a model
 * @param device where it ran
 * @param coverage share of the picture that the hole takes, after growing and inverting
 * @param steps the steps, in order, one word each
 * @param notes remarks for the caller, in sentences; usually none
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
