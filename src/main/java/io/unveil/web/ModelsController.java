package io.unveil.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.unveil.inference.Inspection;
import io.unveil.inference.ModelCard;
import io.unveil.inference.ModelState;
import io.unveil.inference.Models;
import io.unveil.model.ShippedModels;
import io.unveil.model.Task;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** GET /v1/models: the models, and the errors of those that do not serve. */
@Tag(name = ApiDescription.MODELS)
@RestController
class ModelsController {
    /** The default models; listed first. */
    private static final Set<String> USUAL = Set.of(
            ShippedModels.DENOISE_GRAY,
            ShippedModels.DENOISE_GRAY_FAST,
            ShippedModels.DENOISE_COLOR,
            ShippedModels.DENOISE_COLOR_FAST,
            ShippedModels.FILL_GRAY,
            ShippedModels.FILL_COLOR,
            ShippedModels.FILL_PIXELS,
            ShippedModels.ANOMALY_SURFACES);

    private final Models models;

    ModelsController(Models models) {
        this.models = models;
    }

    /** A model as callers see it; keys that do not apply are left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Model(
            @Schema(example = ShippedModels.DENOISE_GRAY) String name,
            @Schema(allowableValues = {"ready", "broken"}) String status,

            @Schema(description = "the error, with its place; only for a broken model") @Nullable
            String error,

            @Schema(example = "denoise") @Nullable String task,
            @Nullable String version,

            @Schema(description = "colour channels of the pictures it takes", example = "1") @Nullable
            Integer channels,

            @Schema(description = "whether it finds the noise by itself and takes no sigma; only for denoisers")
            @Nullable
            Boolean blind,

            @Schema(description = "numbers learnt") @Nullable
            Long parameters,

            @Schema(description = "multiply-adds for one pixel") @Nullable
            Double multiplyAddsPerPixel,

            @Schema(description = "side of the square of input pixels that one output pixel sees") @Nullable
            Integer receptiveField,

            @Schema(description = "where it runs", example = "cpu") @Nullable
            String device,

            @Schema(description = "precision of its arithmetic", example = "bf16") @Nullable
            String precision,

            @Schema(description = "its scorings of anomalies, the usual one first; left out of other models") @Nullable
            List<Scoring> scorings,

            @Schema(description = "the whole manifest.json; only in the card of one model") @Nullable
            Map<String, Object> manifest) {
        /** One of the scorings. */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Scoring(
                @Schema(example = "segmentation") String name,

                @Schema(description = "whether it is calibrated, so that a score is a share of normal pictures")
                boolean calibrated,

                @Schema(description = "number of normal pictures; left out where it is not calibrated", example = "64")
                @Nullable
                Integer pictures,

                @Schema(description = "the set's name", example = "my-normal-parts (train/good)") @Nullable
                String data,

                @Schema(description = "when", example = "2026-11-23") @Nullable
                String date) {
            private static Scoring of(Inspection.Scoring one) {
                return one.calibration()
                        .map(by -> new Scoring(one.method().word(), true, by.pictures(), by.data(), by.date()))
                        .orElseGet(() -> new Scoring(one.method().word(), false, null, null, null));
            }
        }

        static Model listed(ModelState state) {
            return of(state, false);
        }

        static Model card(ModelState state) {
            return of(state, true);
        }

        private static Model of(ModelState state, boolean whole) {
            if (state instanceof ModelState.Ready ready) {
                ModelCard card = ready.card();
                return new Model(
                        ready.name(),
                        "ready",
                        null,
                        card.task().word(),
                        card.version(),
                        card.channels(),
                        card.task() == Task.DENOISE ? card.blind() : null,
                        card.parameters(),
                        card.multiplyAdds(),
                        card.receptiveField(),
                        ready.device(),
                        ready.precision(),
                        card.inspection()
                                .map(all ->
                                        all.scorings().stream().map(Scoring::of).toList())
                                .orElse(null),
                        whole ? card.manifest() : null);
            }
            return new Model(
                    state.name(),
                    "broken",
                    state instanceof ModelState.Broken broken ? broken.error() : null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    @Operation(
            operationId = "listModels",
            summary = "All models",
            description = "The default models come first; broken ones are listed with their error.")
    @GetMapping(path = "/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
    List<Model> all(HttpServletRequest request) throws IOException, ServletException {
        Parameters.requireNone(request);
        return models.all().stream()
                .sorted(Comparator.comparing((ModelState state) -> !USUAL.contains(state.name()))
                        .thenComparing(ModelState::name))
                .map(Model::listed)
                .toList();
    }

    @Operation(
            operationId = "getModel",
            summary = "The card of one model",
            description = "With the whole manifest: figures and their commands, data, steps, seed.")
    @GetMapping(path = "/v1/models/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    Model one(@Parameter(example = ShippedModels.DENOISE_GRAY) @PathVariable String name, HttpServletRequest request)
            throws IOException, ServletException {
        Parameters.requireNone(request);
        return models.find(name).map(Model::card).orElseThrow(() -> models.unknown(name));
    }
}
