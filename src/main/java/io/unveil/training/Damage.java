package io.unveil.training;

import io.unveil.autoencoder.Fields;
import io.unveil.autoencoder.Task;
import io.unveil.data.Photograph;
import java.util.List;

/** How clean patches are spoiled, and what of the clean patch the network is asked for. Each kind makes a network for one task. */
public sealed interface Damage permits GaussianNoise, Holes {
    /** What the network will be for. */
    Task task();

    /** Planes that the network takes beside those of the picture, as a sentence names them. */
    String extraPlane();

    /** Names of the tensors that a step is given, in order. */
    List<String> tensors();

    /** The lines of the compiled step that make of these tensors the network's input {@code i} and the wanted output {@code t}. */
    String script();

    /** The mean over each patch of a value (N, C, H, W), where it counts: an expression of shape (N). */
    String patchMean(String value);

    /** What each step is given. */
    Examples examples(Recipe recipe, List<Photograph> pictures);

    /** Held-out pictures, spoiled once and for all. */
    List<Sample> samples(Recipe recipe, List<Photograph> pictures);

    /** Reads the section of a task's damage. */
    static Damage read(Task task, Fields training) {
        return switch (task) {
            case FILL -> Holes.read(training.fields("holes"));
            default -> GaussianNoise.read(training.fields("noise"));
        };
    }
}
