package io.unveil.pipeline.denoise;

import io.unveil.degradation.description.NoiseDescription;
import io.unveil.image.Difference;
import io.unveil.image.Picture;
import io.unveil.pipeline.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A cleaned picture and how it was made.
 *
 * @param picture of the input's size, channels, depth, alpha, profile and format
 * @param model the model's name, or "nlm"
 * @param device where it ran
 * @param sigma noise level used, 8-bit levels; empty where the model is blind and finds the noise by itself
 * @param estimated whether sigma was estimated from the picture
 * @param untouched whether there was no noise to remove, so that the picture is the input bit for bit
 * @param noise what noise the input has; empty for values that no file can hold, where nothing depended on it
 * @param notes what was chosen and why, and what could not be judged, a sentence each
 * @param error between input and output
 * @param reference input and output against the clean picture, where one was given
 */
public record Denoised(
        Picture picture,
        String model,
        String device,
        OptionalDouble sigma,
        boolean estimated,
        boolean untouched,
        Optional<NoiseDescription> noise,
        List<String> notes,
        Difference error,
        Optional<Reference> reference,
        Timing timing) {
    public Denoised {
        notes = List.copyOf(notes);
    }

    /** The same of a frame that was cleaned by the noise of all frames together. */
    Denoised alikeWithOthers() {
        List<String> all = new ArrayList<>(notes);
        all.add("all frames were cleaned alike, by the noise of the one in the middle");
        return new Denoised(picture, model, device, sigma, true, untouched, noise, all, error, reference, timing);
    }

    /** Both pictures against the clean one. */
    public record Reference(Difference before, Difference after) {}
}
