package io.unveil.training;

import io.unveil.autoencoder.layer.Layer;
import io.unveil.data.Dataset;
import io.unveil.data.Example;
import io.unveil.data.Loader;
import io.unveil.data.Split;
import io.unveil.data.UnusableData;
import io.unveil.image.Size;
import io.unveil.model.Manifest;
import java.util.Arrays;
import java.util.List;

/** The data of a training: examples to learn from, examples for validation, and the sets of the former. */
record TrainingData(List<Manifest.DataSet> sets, Dataset training, Dataset heldOut) {
    /** Enough to compare trainings: this many pictures, or more where they are small. */
    private static final int HELD_OUT = 16;

    private static final long HELD_OUT_PIXELS = 1 << 18;
    private static final int MOST_HELD_OUT = 256;

    /** The least number of normal pictures from which a product can be learnt. */
    private static final int FEWEST_NORMAL = 8;

    /** What a training makes of sets as they came. */
    static TrainingData of(TrainingPlan plan, TrainingSets asTheyCame) {
        TrainingSets sets = asTheyCame.brought(plan.recipe());
        if (plan.recipe().lesson().inspection().isPresent()) {
            requireVariety(sets.all());
        }
        Split split = split(plan, sets);
        return new TrainingData(sets.described(), withCopies(split.training(), plan), split.heldOut());
    }

    /** What is learnt from and what is validated with. */
    static Split split(TrainingPlan plan, TrainingSets sets) {
        Dataset all = sets.all();
        if (sets.validation().isPresent()) {
            Dataset validation = sets.validation().get();
            return new Split(all, validation.first(mostHeldOut(plan, validation)));
        }
        if (plan.fold().isPresent()) {
            Dataset learnt = sets.isFew() ? all : usual(plan, all).training();
            Split odd = Split.everyNth(learnt, 2, learnt.count());
            return plan.fold().get() == Fold.ODD ? odd : odd.swapped();
        }
        Split split = usual(plan, all);
        return sets.learnsFromAll(plan) ? new Split(all, split.heldOut()) : split;
    }

    private static Split usual(TrainingPlan plan, Dataset all) {
        return Split.everyNth(all, plan.recipe().lesson().holdsOutEvery(), mostHeldOut(plan, all));
    }

    private static Dataset withCopies(Dataset training, TrainingPlan plan) {
        Recipe recipe = plan.recipe();
        return training.withShrunk(recipe.shrunk(), recipe.transforms().smallest())
                .withRecompressed(recipe.recompressed());
    }

    /** Refuses too few normal pictures, and sets in which all pictures are the same. */
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
        throw new UnusableData("all %d pictures of %s are the same: they do not show how normal ones differ"
                .formatted(normal.count(), name));
    }

    private static int mostHeldOut(TrainingPlan plan, Dataset set) {
        return plan.recipe().lesson().mostHeldOut().orElseGet(() -> mostHeldOut(set));
    }

    /** How many examples of a set are enough to validate with. */
    static int mostHeldOut(Dataset set) {
        return (int) Math.min(
                MOST_HELD_OUT, Math.max(HELD_OUT, HELD_OUT_PIXELS / set.size(0).pixels()));
    }

    /**
     * Batches of the recipe; throws {@link UnusableData} when they come in a size or with channels that the network
     * does not take.
     */
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
