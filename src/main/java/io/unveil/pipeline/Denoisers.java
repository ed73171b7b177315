package io.unveil.pipeline;

import io.unveil.image.Picture;
import io.unveil.inference.Model;
import io.unveil.inference.ModelState;
import io.unveil.inference.Models;
import io.unveil.inference.Refused;
import java.util.Optional;

/** Which model cleans a picture. */
record Denoisers(Models models) {
    private static final String TASK = "denoise";

    /** The model that was named, or the one for the picture's channels; throws {@link Refused}. */
    Model choose(Optional<String> name, Picture picture) {
        Model model = models.require(name.orElseGet(() -> fitting(picture.channels())), TASK);
        int channels = model.card().channels();
        if (picture.channels() > channels) {
            throw new Refused(
                    Refused.Reason.UNPROCESSABLE_IMAGE,
                    "the picture is in colour, model '%s' cleans gray pictures only".formatted(model.name()));
        }
        return model;
    }

    /** The shipped one, even if its folder is broken: nobody should get another model's result unasked. */
    private String fitting(int channels) {
        String usual = channels == 1 ? "denoise-gray" : "denoise-color";
        if (models.find(usual).isPresent()) {
            return usual;
        }
        return models.all().stream()
                .filter(ModelState.Ready.class::isInstance)
                .map(ModelState.Ready.class::cast)
                .filter(ready ->
                        ready.card().task().equals(TASK) && ready.card().channels() == channels)
                .map(ModelState.Ready::name)
                .findFirst()
                .orElse(usual);
    }
}
