package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.data.Dataset;
import io.unveil.data.Example;
import io.unveil.data.Loader;
import io.unveil.data.UnusableData;
import io.unveil.image.Turn;
import io.unveil.model.Answer;
import io.unveil.model.InputForm;
import io.unveil.model.Manifest;
import io.unveil.model.NormalPictures;
import io.unveil.model.TurnOdds;
import io.unveil.recipe.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Normal pictures of one thing, each turned and mirrored in one of the eight ways that lay a square onto itself: the
 * network recognises the turn (Golan and El-Yaniv, NeurIPS 2018). For that it must know what the thing looks like, so
 * it fails on other things. It reads values in [0, 1] and answers eight numbers, whose softmax are the probabilities of
 * {@link Turn#ALL}. The model also stores normal pictures, to compare others with.
 *
 * @param remember the most normal pictures that it stores
 */
public record TurnLesson(int remember) implements AnomalyLesson {
    private static final int MOST_HELD_OUT = 256;
    /** Fewer show too little of what normal pictures look like. */
    private static final int FEWEST_KEPT = 32;

    static TurnLesson read(Fields training) {
        Fields fields = training.fields("turns");
        TurnLesson lesson =
                new TurnLesson(fields.integer("remember", FEWEST_KEPT, NormalPictures.MOST, NormalPictures.MOST));
        fields.noOthers();
        return lesson;
    }

    @Override
    public TurnOdds convention(Architecture net) {
        return new TurnOdds(InputForm.of(net));
    }

    @Override
    public Optional<Manifest.Inspection> inspection() {
        return Optional.of(Manifest.Inspection.uncalibrated(Answer.TURN));
    }

    @Override
    public OptionalInt mostHeldOut() {
        return OptionalInt.of(MOST_HELD_OUT);
    }

    @Override
    public List<String> faults(Architecture net) {
        List<String> faults = new ArrayList<>(Lesson.faultsOfPictures(net));
        if (net.sides() instanceof Sides.Fixed fixed && fixed.height() == fixed.width()) {
            int most = NormalPictures.most(fixed.height(), fixed.width(), net.inputs());
            if (most < FEWEST_KEPT) {
                faults.add(
                        "stores normal pictures of %s, of which %d bytes hold %d; give a smaller size, so that they hold %d"
                                .formatted(fixed.text(), NormalPictures.MOST_BYTES, most, FEWEST_KEPT));
            }
        } else {
            faults.add("recognises turns of squares of one size: give height and width, both the same, such as 28");
        }
        if (net.output().count() != Turn.ALL.size()) {
            faults.add("distinguishes %d turns by as many numbers, but this gives %s"
                    .formatted(Turn.ALL.size(), net.output()));
        }
        return faults;
    }

    /** Examples turned (N, H, W, C) uint8, and 1 for the turn of each, 0 for the others (N, 8, 1, 1) float. */
    @Override
    public List<String> tensors() {
        return List.of("x", "t");
    }

    @Override
    public String script() {
        return """
                i = torch.contiguous(torch.div(torch.to(torch.permute(x, [0, 3, 1, 2]), 6), 255.), memory_format=2)
            """;
    }

    /** Throws {@link UnusableData} where every picture looks the same after any turn. */
    @Override
    public Examples examples(Loader loader, long seed) {
        requireOrientation(loader.data());
        return new TurnedExamples(loader, seed);
    }

    private static void requireOrientation(Dataset pictures) {
        for (int i = 0; i < pictures.count(); i++) {
            if (TurnedExamples.hasOrientation(pictures.example(i))) {
                return;
            }
        }
        throw new UnusableData(
                "every picture of %s looks the same however it is turned, so no turn can be recognised; recipes/anomaly.yaml is for such pictures"
                        .formatted(pictures.name()));
    }

    @Override
    public ScoreUnit measure() {
        return ScoreUnit.LOG_LIKELIHOOD;
    }

    /** Every held-out picture under one of the turns, all of them equally often. */
    @Override
    public List<Sample> samples(Recipe recipe, Dataset heldOut) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < heldOut.count(); i++) {
            Example example = recipe.transforms().inMeasuring(heldOut.example(i));
            samples.add(new TurnSample(
                    example.name(),
                    Validation.fitting(example, recipe.net()),
                    Turn.ALL.get(i % Turn.ALL.size()),
                    convention(recipe.net())));
        }
        return samples;
    }

    /** Picked evenly from the training pictures. */
    @Override
    public Optional<NormalPictures> memory(Recipe recipe, Dataset training) {
        Shape size = recipe.net().input();
        int most = Math.min(remember, NormalPictures.most(size.height(), size.width(), size.channels()));
        int count = Math.min(most, training.count());
        byte[] levels = new byte[count * size.count()];
        for (int i = 0; i < count; i++) {
            Example example =
                    recipe.transforms().inMeasuring(training.example((int) ((long) i * training.count() / count)));
            Validation.fitting(example, recipe.net());
            System.arraycopy(example.samples(), 0, levels, i * size.count(), size.count());
        }
        return Optional.of(new NormalPictures(count, size.height(), size.width(), size.channels(), levels));
    }
}
