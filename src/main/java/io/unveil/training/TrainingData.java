package io.unveil.training;

import io.unveil.autoencoder.Layer;
import io.unveil.autoencoder.Manifest;
import io.unveil.autoencoder.Sides;
import io.unveil.data.Dataset;
import io.unveil.data.Example;
import io.unveil.data.Loader;
import io.unveil.data.Part;
import io.unveil.data.Split;
import io.unveil.data.Transforms;
import io.unveil.data.UnusableData;
import io.unveil.image.Size;
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

    /** Held-out normal pictures tell how rare a score is: so many, if that leaves as many to learn from. */
    private static final int FEWEST_TO_CALIBRATE = 8;

    /** Of normal pictures, to learn what a product looks like. */
    private static final int FEWEST_NORMAL = 8;

    static TrainingData read(TrainingPlan plan) throws IOException {
        return read(plan, set -> brought(set, plan.recipe()));
    }

    /** The examples that are held out, but as they came: for those who bring them to the network's area and contrast themselves. */
    static Dataset heldOutAsTheyCame(TrainingPlan plan) throws IOException {
        return read(plan, set -> set).heldOut();
    }

    private static TrainingData read(TrainingPlan plan, UnaryOperator<Dataset> brought) throws IOException {
        List<Dataset> sets = new ArrayList<>();
        for (String data : plan.data()) {
            sets.add(brought.apply(read(data, Part.TRAINING, plan)));
        }
        Dataset all = Dataset.join(sets);
        if (plan.recipe().lesson().inspection().isPresent()) {
            requireVariety(all);
        }
        List<Manifest.DataSet> named = sets.stream().map(Dataset::set).toList();
        if (plan.validation().isPresent()) {
            Dataset validation = brought.apply(read(plan.validation().get(), Part.TEST, plan));
            return new TrainingData(named, all, validation.first(mostHeldOut(plan, validation)));
        }
        Split split = Split.everyNth(all, holdsOutEvery(plan, all), mostHeldOut(plan, all));
        return new TrainingData(named, split.training(), split.heldOut());
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

    private static Dataset read(String data, Part part, TrainingPlan plan) throws IOException {
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

    /** Of few normal pictures more are held out, up to every other one: without some eight of them nobody could tell how rare a score is. */
    private static int holdsOutEvery(TrainingPlan plan, Dataset all) {
        int usual = plan.recipe().lesson().holdsOutEvery();
        return plan.recipe().lesson().inspection().isPresent()
                ? Math.max(2, Math.min(usual, all.count() / FEWEST_TO_CALIBRATE))
                : usual;
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
