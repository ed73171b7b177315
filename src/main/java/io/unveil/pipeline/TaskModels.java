package io.unveil.pipeline;

import io.unveil.image.Picture;
import io.unveil.inference.Model;
import io.unveil.inference.ModelState;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.model.Task;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models for one task. */
public record TaskModels(Models models, Task task) {
    /** The model of this name; throws {@link RefusedRequest}, also where the picture has more channels than it. */
    public Model require(String name, Picture picture) {
        Model model = models.require(name, task);
        if (picture.channels() > model.card().channels()) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                    "the picture is in colour, model '%s' is for gray pictures only".formatted(model.name()));
        }
        return model;
    }

    /**
     * The model for a picture where no name was given: the first of the shipped ones that has a folder, even a broken
     * one, because nobody should get another model's result without asking. Where there is none, another model with the
     * picture's channels that is not blind.
     */
    public Optional<String> fitting(List<String> shipped, Picture picture) {
        return shipped.stream().filter(this::has).findFirst().or(() -> other(picture.channels()));
    }

    /** Whether there is a folder of this name, even a broken one. */
    public boolean has(String name) {
        return models.find(name).isPresent();
    }

    private Optional<String> other(int channels) {
        return ready().filter(ready -> !ready.card().blind() && ready.card().channels() == channels)
                .map(ModelState.Ready::name)
                .findFirst();
    }

    /**
     * The name of the only model for the task; used where there is no default among several. Throws
     * {@link RefusedRequest} where there is none, {@link InvalidParameter} where there are several.
     *
     * @param what the kind of model, for messages
     */
    public String only(String what) {
        List<String> names = ready().map(ModelState.Ready::name).toList();
        if (names.isEmpty()) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.UNKNOWN_MODEL, "there is no %s among the models".formatted(what));
        }
        if (names.size() > 1) {
            throw new InvalidParameter("model", "", "one of " + String.join(", ", names));
        }
        return names.get(0);
    }

    /** The names of those that are not blind. */
    public List<String> seeing() {
        return ready().filter(ready -> !ready.card().blind())
                .map(ModelState.Ready::name)
                .toList();
    }

    private Stream<ModelState.Ready> ready() {
        return models.all().stream()
                .filter(ModelState.Ready.class::isInstance)
                .map(ModelState.Ready.class::cast)
                .filter(ready -> ready.card().task() == task);
    }
}
