package io.unveil.training;

import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.Example;
import io.unveil.data.Loader;
import io.unveil.data.Split;
import io.unveil.data.Transforms;
import io.unveil.data.UnusableData;
import io.unveil.image.Size;
import io.unveil.model.Manifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a training learns from and what it is validated with, and the sets that the first came from. */
record TrainingData(List<Manifest.DataSet> sets, Dataset training, Dataset heldOut) {
    /** Enough to tell trainings apart: so many pictures, or more where they are small. */
    private static final int HELD_OUT = 16;

    private static final long HELD_OUT_PIXELS = 1 << 18;
    private static final int MOST_HELD_OUT = 256;

    /** Of fewer normal pictures a fifth is too little to tell by what is rare. */
    private static final int FEW = 40;

    /** Of normal pictures, to learn what a product looks like. */
    private static final int FEWEST_NORMAL = 8;

    static TrainingData read(TrainingPlan plan) throws IOException {
        return read(plan, set -> brought(set, plan.recipe()));
    }

    /** The examples that are held out, but as they came: for those who bring them to the network's area and contrast themselves. */
    static Dataset heldOutAsTheyCame(TrainingPlan plan) throws IOException {
        return read(plan, set -> set).heldOut();
    }

    /** All examples, as they came. */
    static Dataset allAsTheyCame(TrainingPlan plan) throws IOException {
        return Dataset.join(sets(plan, set -> set));
    }

    static boolean learnsFromAll(TrainingPlan plan) throws IOException {
        return plan.recipe().lesson().inspection().isPresent() && learnsFromAll(plan, allAsTheyCame(plan));
    }

    private static List<Dataset> sets(TrainingPlan plan, UnaryOperator<Dataset> brought) throws IOException {
        List<Dataset> sets = new ArrayList<>();
        for (String data : plan.data()) {
            sets.add(brought.apply(read(data, DatasetPart.TRAINING, plan)));
        }
        return sets;
    }

    private static TrainingData read(TrainingPlan plan, UnaryOperator<Dataset> brought) throws IOException {
        List<Dataset> sets = sets(plan, brought);
        Dataset all = Dataset.join(sets);
        if (plan.recipe().lesson().inspection().isPresent()) {
            requireVariety(all);
        }
        List<Manifest.DataSet> named = sets.stream().map(Dataset::set).toList();
        if (plan.validation().isPresent()) {
            Dataset validation = brought.apply(read(plan.validation().get(), DatasetPart.TEST, plan));
            return new TrainingData(named, withCopies(all, plan), validation.first(mostHeldOut(plan, validation)));
        }
        Split split = split(plan, all);
        Dataset training = learnsFromAll(plan, all) ? all : split.training();
        return new TrainingData(named, withCopies(training, plan), split.heldOut());
    }

    private static Dataset withCopies(Dataset training, TrainingPlan plan) {
        Recipe recipe = plan.recipe();
        return training.withShrunk(recipe.shrunk(), recipe.transforms().smallest())
                .withRecompressed(recipe.recompressed());
    }

    private static Split split(TrainingPlan plan, Dataset all) {
        if (plan.fold().isPresent()) {
            Split odd = Split.everyNth(all, 2, all.count());
            return plan.fold().get() == Fold.ODD ? odd : odd.swapped();
        }
        return Split.everyNth(all, plan.recipe().lesson().holdsOutEvery(), mostHeldOut(plan, all));
    }

    /**
     * Normal pictures that are few are all learnt from, those that are validated with as well: the others would be missed, and they would be too few to tell what is
     * rare.
     */
    static boolean learnsFromAll(TrainingPlan plan, Dataset all) {
        return plan.recipe().lesson().inspection().isPresent()
                && plan.validation().isEmpty()
                && plan.fold().isEmpty()
                && all.count() < FEW;
    }

    /** What a product looks like is not to be learnt from too few pictures of it, nor from one picture over and over. */
    private static void requireVariety(Dataset normal) {
        String name = normal.set().name();
        if (normal.count() < FEWEST_NORMAL) {
            throw new UnusableData(
                    "%s holds %d normal pictures; at least %d are needed to learn how they differ, some dozens are better"
                            .formatted(name, normal.count(), FEWEST_NORMAL));
        }
        Example first = normal.example(0);
        for (int i = 1; i < normal.count(); i++) {
            if (!Arrays.equals(first.samples(), normal.example(i).samples())) {
                return;
            }
        }
        throw new UnusableData("all %d pictures of %s are the same: nothing can be learnt of how normal ones differ"
                .formatted(normal.count(), name));
    }

    private static Dataset read(String data, DatasetPart part, TrainingPlan plan) throws IOException {
        Recipe recipe = plan.recipe();
        Dataset set =
                Dataset.read(data, part, recipe.channels(), recipe.transforms().smallest());
        return plan.onlyClass().map(set::ofClass).orElse(set);
    }

    /** Of one area, brightness and contrast for a network that reads pictures so. */
    private static Dataset brought(Dataset set, Recipe recipe) {
        return recipe.net().sides() instanceof Sides.Area area
                ? set.through(Transforms.standardised(area.side())).kept()
                : set;
    }

    private static int mostHeldOut(TrainingPlan plan, Dataset set) {
        return plan.recipe().lesson().mostHeldOut().orElseGet(() -> mostHeldOut(set));
    }

    /** How many examples of a set are enough to validate with. */
    static int mostHeldOut(Dataset set) {
        return (int) Math.min(
                MOST_HELD_OUT, Math.max(HELD_OUT, HELD_OUT_PIXELS / set.size(0).pixels()));
    }

    /** Batches of the recipe; throws {@link UnusableData} when they come in a size or with channels that the network does not take. */
    Loader loader(Recipe recipe) {
        Loader loader = new Loader(training, recipe.transforms(), recipe.batch(), recipe.seed());
        Size size = loader.size();
        try {
            recipe.net().shape(size.height(), size.width());
        } catch (Layer.DoesNotClose e) {
            throw new UnusableData("examples of %s do not fit the network: %s".formatted(size, e.why()));
        }
        if (loader.channels() != recipe.channels()) {
            throw new UnusableData(
                    "examples have %d channels, the network takes %d".formatted(loader.channels(), recipe.channels()));
        }
        return loader;
    }

    List<String> digests() {
        return sets.stream().map(Manifest.DataSet::digest).toList();
    }
}
