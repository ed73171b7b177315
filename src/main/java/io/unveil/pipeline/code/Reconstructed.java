package io.unveil.pipeline.code;

import io.unveil.image.Difference;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.pipeline.Timing;
import java.util.List;
import java.util.Optional;

/**
 * A picture that went through an autoencoder, and how it was made.
 *
 * @param picture of the input's size, depth, profile and format; in gray for a gray model
 * @param model the model's name
 * @param device where it ran
 * @param taken the size in which the network read the picture
 * @param channels in which the network read it
 * @param steps the steps, in order, one word each
 * @param notes remarks for the caller, in sentences; usually none
 * @param error between input and output: what the autoencoder cannot express
 * @param reference input and output against the true picture, where one was given
 */
public record Reconstructed(
        Picture picture,
        String model,
        String device,
        Size taken,
        int channels,
        List<String> steps,
        List<String> notes,
        Difference error,
        Optional<Reference> reference,
        Timing timing) {
    public Reconstructed {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /** Both pictures against the true one. */
    public record Reference(Difference before, Difference after) {}
}
