package io.unveil.training;

import io.unveil.autoencoder.Weights;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The start of a training.
 *
 * @param step number of steps already done
 * @param seconds spent on them
 * @param origin the model whose weights it started from; empty where all were drawn
 * @param note remark for the log; usually empty
 */
record Start(
        long step, double seconds, History history, LearnerState state, Optional<Manifest.Origin> origin, String note) {
    /** Drawn from the recipe's seed. */
    static Start fresh(Recipe recipe) {
        return new Start(0, 0, History.none(), LearnerState.start(recipe), Optional.empty(), "");
    }

    static Start of(Checkpoint checkpoint) {
        return new Start(
                checkpoint.step(),
                checkpoint.seconds(),
                checkpoint.history(),
                checkpoint.state(),
                checkpoint.origin(),
                ", resumed after step " + checkpoint.step());
    }

    /**
     * Drawn, except for the weights of another model's encoder (pretraining); throws {@link UnusableCheckpoint} where
     * none of them fits, and {@link ModelFolder.Broken}.
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
        return new Start(
                0, 0, History.none(), LearnerState.of(moved.vector()), Optional.of(origin(model.manifest())), note);
    }

    private static Manifest.Origin origin(Manifest manifest) {
        return new Manifest.Origin(manifest.name(), manifest.weights(), manifest.provenance());
    }
}
