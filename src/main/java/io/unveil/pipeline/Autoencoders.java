package io.unveil.pipeline;

import io.unveil.inference.Model;
import io.unveil.inference.ModelState;
import io.unveil.inference.Models;
import io.unveil.inference.Refused;
import java.util.List;
import java.util.Optional;

/** The models that give back what they take. */
record Autoencoders(Models models) {
    private static final String TASK = "autoencode";

    /**
     * The autoencoder of this name. Without a name it is the only one that there is: of several none is more usual than another, and a code
     * must meet again the model that made it. Throws {@link Refused}, and {@link InvalidParameter} where a name is missing.
     */
    Model require(Optional<String> name) {
        return models.require(name.orElseGet(this::only), TASK);
    }

    /** As {@link #require}, of those that have a latent code. */
    Model requireCode(Optional<String> name) {
        Model model = require(name);
        if (!model.card().hasCode()) {
            throw new Refused(
                    Refused.Reason.WRONG_TASK,
                    "model '%s' has no latent code: no layer of its recipe is marked as one".formatted(model.name()));
        }
        return model;
    }

    private String only() {
        List<String> names = models.all().stream()
                .filter(ModelState.Ready.class::isInstance)
                .map(ModelState.Ready.class::cast)
                .filter(ready -> ready.card().task().equals(TASK))
                .map(ModelState.Ready::name)
                .toList();
        if (names.isEmpty()) {
            throw new Refused(Refused.Reason.UNKNOWN_MODEL, "there is no autoencoder among the models");
        }
        if (names.size() > 1) {
            throw new InvalidParameter("model", "", "one of " + String.join(", ", names));
        }
        return names.get(0);
    }
}
