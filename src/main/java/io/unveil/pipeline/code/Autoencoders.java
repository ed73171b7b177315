package io.unveil.pipeline.code;

import io.unveil.inference.Model;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.model.Task;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.TaskModels;
import java.util.Optional;

/** The autoencoders among the models. */
record Autoencoders(Models models) {
    /**
     * The autoencoder of this name. Without a name it is the only autoencoder. There is no default among several,
     * because a code can be decoded only by the model that made it. Throws {@link RefusedRequest}, and
     * {@link InvalidParameter} where a name is missing.
     */
    Model require(Optional<String> name) {
        return models.require(
                name.orElseGet(() -> new TaskModels(models, Task.AUTOENCODE).only("autoencoder")), Task.AUTOENCODE);
    }

    /** As {@link #require}, but only autoencoders with a latent code. */
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
