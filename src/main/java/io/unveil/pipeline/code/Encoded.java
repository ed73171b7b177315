package io.unveil.pipeline.code;

import io.unveil.image.Size;
import io.unveil.pipeline.Timing;
import java.util.List;

/**
 * The latent code of a picture, and how it was made.
 *
 * @param model the model's name
 * @param device where it ran
 * @param picture the size of the picture that was sent
 * @param decoded the size of the picture that the code represents
 * @param steps the steps, in order, one word each
 * @param notes remarks for the caller, in sentences; usually none
 */
public record Encoded(
        LatentCode code,
        String model,
        String device,
        Size picture,
        Size decoded,
        List<String> steps,
        List<String> notes,
        Timing timing) {
    public Encoded {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }
}
