package io.unveil.pipeline.code;

import io.unveil.inference.Model;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.TaskModels;
import java.util.Optional;

/** The models that give back what they take. */
record Autoencoders(Models models) {
    private static final String TASK = "autoencode";

    /**
     * The autoencoder of this name. Without a name it is the only one that there is: of several none is more usual than another, and a code
     * must meet again the model that made it. Throws {@link RefusedRequest}, and {@link InvalidParameter} where a name is missing.
     */
    Model require(Optional<String> name) {
        return models.require(name.orElseGet(() -> new TaskModels(models, TASK).only("autoencoder")), TASK);
    }

    /** As {@link #require}, of those that have a latent code. */
    Model requireCode(Optional<String> name) {
        Model model = require(name);
        if (!model.card().hasCode()) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.WRONG_TASK,
                    "model '%s' has no latent code: no layer of its recipe is marked as one".formatted(model.name()));
        }
        return model;
    }
}
