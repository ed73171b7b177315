package io.unveil.training;

import io.unveil.autoencoder.Manifest;
import io.unveil.data.Photograph;
import io.unveil.data.Photographs;
import io.unveil.data.UnusableData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pictures of a training: those to train on and those held out, and the sets that they came from. */
record TrainingData(List<Manifest.DataSet> sets, List<Photograph> pictures, List<Photograph> heldOut) {
    /** Without a folder of its own, validation holds out every so-manieth picture. */
    private static final int HOLD_OUT_EVERY = 20;

    private static final int MOST_HELD_OUT = 16;

    static TrainingData read(TrainingPlan plan) throws IOException {
        Recipe recipe = plan.recipe();
        List<Manifest.DataSet> sets = new ArrayList<>();
        List<Photograph> pictures = new ArrayList<>();
        for (Path path : plan.data()) {
            Photographs photographs = Photographs.read(path, recipe.channels(), recipe.patch());
            sets.add(photographs.set());
            pictures.addAll(photographs.pictures());
        }
        if (plan.validation().isPresent()) {
            List<Photograph> validation = Photographs.read(plan.validation().get(), recipe.channels(), recipe.patch())
                    .pictures();
            return new TrainingData(sets, pictures, validation.subList(0, Math.min(MOST_HELD_OUT, validation.size())));
        }
        if (pictures.size() < 2) {
            throw new UnusableData(
                    "one picture cannot be both trained on and validated with: give more, or --validation");
        }
        List<Photograph> heldOut = new ArrayList<>();
        for (int i = 0; i < pictures.size() && heldOut.size() < MOST_HELD_OUT; i += HOLD_OUT_EVERY) {
            heldOut.add(pictures.get(i));
        }
        pictures.removeAll(heldOut);
        return new TrainingData(sets, pictures, heldOut);
    }

    List<String> digests() {
        return sets.stream().map(Manifest.DataSet::digest).toList();
    }
}
