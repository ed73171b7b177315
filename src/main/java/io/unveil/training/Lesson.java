package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.data.Dataset;
import io.unveil.data.Loader;
import io.unveil.model.Convention;
import io.unveil.model.Manifest;
import io.unveil.model.NormalPictures;
import io.unveil.model.Task;
import io.unveil.recipe.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a network learns: the input made from an example, and the answer wanted. Each kind of lesson makes networks for
 * one task.
 */
public sealed interface Lesson
        permits NoiseLesson, BlindNoiseLesson, HoleLesson, ReconstructionLesson, MeasureLesson, AnomalyLesson {
    /** The network's task. */
    Task task();

    /** What such a network reads and what its answer means: the model's manifest leads to the same. */
    Convention convention(Architecture net);

    /** Channels of the pictures that such a network takes. */
    default int channels(Architecture net) {
        return convention(net).form().channels();
    }

    /** The faults of a network for this lesson, as sentences; usually none. */
    List<String> faults(Architecture net);

    /** Names of the tensors of a step, in order. */
    List<String> tensors();

    /**
     * The lines of the compiled step that compute from these tensors the network's input {@code i} and the wanted
     * output {@code t}.
     */
    String script();

    /** The mean over each example of a value (N, C, H, W), where it counts: an expression of shape (N). */
    default String mean(String value) {
        return "torch.mean(%s, [1, 2, 3])".formatted(value);
    }

    /** The examples of each step. */
    Examples examples(Loader loader, long seed);

    /** Held-out samples, corrupted once and for all. */
    List<Sample> samples(Recipe recipe, Dataset heldOut);

    /** The unit of its samples' scores. */
    default ScoreUnit measure() {
        return ScoreUnit.PSNR;
    }

    /** How such a network scores anomalies; empty where it is for another task. */
    default Optional<Manifest.Inspection> inspection() {
        return Optional.empty();
    }

    /** Training pictures that the model stores; usually none. */
    default Optional<NormalPictures> memory(Recipe recipe, Dataset training) {
        return Optional.empty();
    }

    /** Without a separate validation set, every n-th example is held out; this is n. */
    default int holdsOutEvery() {
        return 20;
    }

    /** The most examples that are held out; empty where that depends on their size. */
    default OptionalInt mostHeldOut() {
        return OptionalInt.empty();
    }

    /** Reads the lesson of a task from the training section. */
    static Lesson read(Task task, Fields training) {
        return switch (task) {
            case FILL -> HoleLesson.read(training.fields("holes"));
            case AUTOENCODE -> new ReconstructionLesson(Corruption.read(training));
            case REGRESS -> new MeasureLesson();
            case DENOISE -> ofNoise(training);
            case ANOMALY -> ofAnomalies(training);
        };
    }

    private static Lesson ofNoise(Fields training) {
        return training.has("noises")
                ? BlindNoiseLesson.read(training.fields("noises"))
                : NoiseLesson.read(training.fields("noise"));
    }

    private static Lesson ofAnomalies(Fields training) {
        if (training.has("turns")) {
            return TurnLesson.read(training);
        }
        return training.has("hidden-cells") ? InpaintingLesson.read(training) : DefectLesson.read(training);
    }

    /** The faults of a network that must read plain pictures. */
    static List<String> faultsOfPictures(Architecture net) {
        return net.inputs() == 1 || net.inputs() == 3
                ? List.of()
                : List.of("reads pictures in gray (1) or colour (3), but inputs is " + net.inputs());
    }

    /**
     * The faults of a network that must read the picture's planes and one further plane of each kind, and answer the
     * picture's planes.
     */
    static List<String> faultsWithPlanes(Architecture net, String... planes) {
        int channels = net.outputs();
        List<String> faults = new ArrayList<>();
        if (channels != 1 && channels != 3) {
            faults.add("must give 1 or 3 planes (gray or colour), gives " + channels);
        }
        if (net.inputs() != channels + planes.length) {
            faults.add("takes the picture's planes and one of %s: %d, but inputs is %d"
                    .formatted(String.join(" and one of ", planes), channels + planes.length, net.inputs()));
        }
        if (!net.keepsSize()) {
            faults.add(
                    "must give planes of the size that it takes, gives %s for %s".formatted(net.output(), net.input()));
        }
        return faults;
    }
}
