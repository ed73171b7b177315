package io.unveil.pipeline.fill;

import io.unveil.filling.Fill;
import io.unveil.filling.HarmonicFill;
import io.unveil.filling.NavierStokes;
import io.unveil.filling.PatchCompletion;
import io.unveil.filling.PushPull;
import io.unveil.filling.Telea;
import io.unveil.image.Mask;
import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import io.unveil.inference.Model;
import io.unveil.inference.ModelState;
import io.unveil.inference.Models;
import io.unveil.model.ShippedModels;
import io.unveil.model.Task;
import io.unveil.pipeline.TaskModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses method and model for a hole. */
final class Fillers {
    private static final String CPU = "cpu";
    /** Margin for networks and classical fills. */
    private static final int MARGIN = 128;
    /** Margin in which patches are searched. */
    private static final int NEIGHBOURHOOD = 400;
    /** Seed of the patch search, so that equal requests get equal answers. */
    private static final long SEED = 1;

    private final TaskModels models;
    private final int sight;

    /** @param sight see {@link NetworkFill#SIGHT} */
    Fillers(Models models, int sight) {
        this.models = new TaskModels(models, Task.FILL);
        this.sight = sight;
    }

    /**
     * Throws {@link io.unveil.inference.RefusedRequest} when a model that is requested, by name or as the method,
     * cannot serve.
     */
    Filler choose(FillOptions options, Picture picture, Mask hole, Deadline deadline) {
        return switch (options.method()) {
            case MODEL -> byNetwork(network(options, picture, hole), deadline);
            case AUTO ->
                absence(options, picture, hole)
                        .map(why -> fallback(why, deadline))
                        .orElseGet(() ->
                                usually(byNetwork(network(options, picture, hole), deadline), picture, hole, deadline));
            case EXEMPLAR ->
                byPatches(
                        absence(options, picture, hole).isPresent()
                                ? classical(FillMethod.HARMONIC, new HarmonicFill(deadline::check))
                                : byNetwork(network(options, picture, hole), deadline),
                        deadline);
            case TELEA -> classical(options.method(), new Telea());
            case NAVIER_STOKES -> classical(options.method(), new NavierStokes());
            case PUSH_PULL -> classical(options.method(), new PushPull(deadline::check));
            case HARMONIC -> classical(options.method(), new HarmonicFill(deadline::check));
        };
    }

    private Filler byNetwork(Model model, Deadline deadline) {
        NetworkFill fill = new NetworkFill(model, deadline, sight);
        return new Filler(
                fill,
                MARGIN,
                model.name(),
                model.device(),
                List.of(FillMethod.MODEL.word()),
                List.of(),
                Optional.of(fill));
    }

    private static Filler classical(FillMethod method, Fill fill) {
        return new Filler(fill, MARGIN, method.word(), CPU, List.of(method.word()), List.of(), Optional.empty());
    }

    private static Filler fallback(String why, Deadline deadline) {
        Filler harmonic = classical(FillMethod.HARMONIC, new HarmonicFill(deadline::check));
        return new Filler(
                harmonic.fill(),
                harmonic.margin(),
                harmonic.name(),
                harmonic.device(),
                List.of("fallback", harmonic.name()),
                List.of("filled harmonically, because " + why),
                Optional.empty());
    }

    /** The network, and patches where the hole is wide. */
    private static Filler usually(Filler network, Picture picture, Mask hole, Deadline deadline) {
        return WidePartsByPatches.has(picture, hole)
                ? byPatches(network, new WidePartsByPatches(network.fill(), SEED, deadline::check))
                : network;
    }

    private static Filler byPatches(Filler start, Deadline deadline) {
        return byPatches(start, new PatchCompletion(start.fill(), SEED, deadline::check));
    }

    private static Filler byPatches(Filler start, Fill patches) {
        List<String> steps = new ArrayList<>(start.steps());
        steps.add(FillMethod.EXEMPLAR.word());
        return new Filler(
                patches, NEIGHBOURHOOD, FillMethod.EXEMPLAR.word(), CPU, steps, start.notes(), start.network());
    }

    /** The model that was named, or the usual one. */
    private Model network(FillOptions options, Picture picture, Mask hole) {
        List<String> shipped = shipped(picture, hole);
        return models.require(
                options.model().or(() -> models.fitting(shipped, picture)).orElse(ShippedModels.FILL_COLOR), picture);
    }

    /** Why there is no network, where none was requested by name. */
    private Optional<String> absence(FillOptions options, Picture picture, Mask hole) {
        if (options.model().isPresent()) {
            return Optional.empty();
        }
        Optional<ModelState> usual =
                models.fitting(shipped(picture, hole), picture).flatMap(models.models()::find);
        if (usual.isEmpty()) {
            return Optional.of("there is no model that fills");
        }
        return usual.filter(ModelState.Broken.class::isInstance)
                .map(ModelState.Broken.class::cast)
                .map(broken -> "model '%s' could not be loaded: %s".formatted(broken.name(), broken.error()));
    }

    /** The models for a picture and its hole, the best first; the default is the first that exists. */
    private static List<String> shipped(Picture picture, Mask hole) {
        List<String> names = new ArrayList<>();
        if (ThinHoles.of(hole)) {
            names.add(ShippedModels.FILL_PIXELS);
        }
        if (picture.channels() == 1) {
            names.add(ShippedModels.FILL_GRAY);
        }
        names.add(ShippedModels.FILL_COLOR);
        return names;
    }
}
