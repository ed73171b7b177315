package io.unveil.training;

import io.unveil.autoencoder.ModelFolder;
import io.unveil.autoencoder.Weights;
import java.nio.file.Path;

/**
 * What a training goes on from.
 *
 * @param step how many are behind
 * @param seconds spent on them
 * @param note what there is to say of it; mostly nothing
 */
record Start(long step, double seconds, History history, LearnerState state, String note) {
    /** Drawn from the recipe's seed. */
    static Start fresh(Recipe recipe) {
        return new Start(0, 0, History.none(), LearnerState.start(recipe), "");
    }

    static Start of(Checkpoint checkpoint) {
        return new Start(
                checkpoint.step(),
                checkpoint.seconds(),
                checkpoint.history(),
                checkpoint.state(),
                ", resumed after step " + checkpoint.step());
    }

    /**
     * Drawn, but for what an encoder has learnt elsewhere (pretraining); throws {@link UnusableCheckpoint} where nothing of it fits, and
     * {@link ModelFolder.Broken}.
     */
    static Start pretrained(Recipe recipe, Path folder) {
        ModelFolder model = ModelFolder.read(folder);
        Weights.Transplant moved = Weights.transplant(
                model.architecture(), model.weights(), recipe.net(), Weights.start(recipe.net(), recipe.seed()));
        if (moved.taken().isEmpty()) {
            throw new UnusableCheckpoint(
                    "nothing that %s has learnt fits this network: no tensor of its encoder has the place and shape of one here"
                            .formatted(folder));
        }
        int all = moved.taken().size() + moved.left().size();
        String note = ", %d of %d tensors from %s".formatted(moved.taken().size(), all, folder);
        return new Start(0, 0, History.none(), LearnerState.of(moved.vector()), note);
    }
}
