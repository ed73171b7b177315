package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.data.Dataset;
import io.unveil.data.Loader;
import io.unveil.model.Manifest;
import io.unveil.model.NormalPictures;
import io.unveil.model.Task;
import io.unveil.recipe.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a network is taught: what of an example it is given, and what it is to answer. Each kind makes a network for one task. */
public sealed interface Lesson
        permits NoiseLesson, BlindNoiseLesson, HoleLesson, ReconstructionLesson, MeasureLesson, AnomalyLesson {
    /** What the network will be for. */
    Task task();

    /** Channels of the pictures that such a network takes. */
    int channels(Architecture net);

    /** What is wrong with a network for this lesson, as sentences; mostly nothing. */
    List<String> faults(Architecture net);

    /** Names of the tensors that a step is given, in order. */
    List<String> tensors();

    /** The lines of the compiled step that make of these tensors the network's input {@code i} and the wanted output {@code t}. */
    String script();

    /** The mean over each example of a value (N, C, H, W), where it counts: an expression of shape (N). */
    default String mean(String value) {
        return "torch.mean(%s, [1, 2, 3])".formatted(value);
    }

    /** What each step is given. */
    Examples examples(Loader loader, long seed);

    /** Held-out pictures, spoiled once and for all. */
    List<Sample> samples(Recipe recipe, Dataset heldOut);

    /** What the scores of its samples are told in. */
    default ScoreUnit measure() {
        return ScoreUnit.PSNR;
    }

    /** How such a network tells how anomalous a picture is; empty where it is for another task. */
    default Optional<Manifest.Inspection> inspection() {
        return Optional.empty();
    }

    /** Normal pictures that the model is to keep, of those that it learns from; mostly none. */
    default Optional<NormalPictures> memory(Recipe recipe, Dataset training) {
        return Optional.empty();
    }

    /** Without a validation set of its own, every so-manieth example is held out. */
    default int holdsOutEvery() {
        return 20;
    }

    /** How many are held out at most; empty where that goes by their size. */
    default OptionalInt mostHeldOut() {
        return OptionalInt.empty();
    }

    /** Reads the lesson of a task from the section on training. */
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

    /** The faults of a network that is to read pictures as they are. */
    static List<String> faultsOfPictures(Architecture net) {
        return net.inputs() == 1 || net.inputs() == 3
                ? List.of()
                : List.of("reads pictures in gray (1) or colour (3), but inputs is " + net.inputs());
    }

    /** The faults of a network that is to take the picture's planes and some more, one of each kind, and to give as many as the picture has. */
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
