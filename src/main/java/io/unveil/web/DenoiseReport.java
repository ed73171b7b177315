package io.unveil.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.unveil.image.Picture;
import io.unveil.pipeline.Denoised;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said about a cleaned picture: the JSON answer, and the source of the headers of a picture answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DenoiseReport(
        @Schema(example = "denoise-gray") String model,

        @Schema(
                description = "what was done, in order: estimate (of sigma), then model, nlm or untouched",
                example = "[\"estimate\", \"model\"]")
        List<String> pipeline,

        @Schema(example = "cpu") String device,
        Image image,
        Parameters parameters,

        @Schema(
                description =
                        "between input and output, the output as it was before encoding: a JPEG adds an error of its own")
        Figures error,

        @Schema(description = "against the reference; left out without one") @Nullable
        Reference reference,

        @Schema(
                description = "milliseconds of decode, queue, inference and encode",
                example = "{\"decode\": 4.1, \"queue\": 0.0, \"inference\": 48.3, \"encode\": 6.0}")
        Map<String, Double> timing,

        @Schema(description = "in plain words, what a reader should know; left out where there is nothing") @Nullable
        List<String> notes,

        @Schema(
                description = "the picture as a data URL; with include=output",
                example = "data:image/png;base64,iVBORw0KGgo...")
        @Nullable
        String output) {

    record Image(
            int width,
            int height,
            int channels,
            int bitDepth,
            @Schema(example = "png") String format) {
        static Image of(Picture picture) {
            return new Image(
                    picture.size().width(),
                    picture.size().height(),
                    picture.channels(),
                    picture.depth().bits(),
                    picture.format().name().toLowerCase(Locale.ROOT));
        }
    }

    record Parameters(
            @Schema(description = "noise level used, 8-bit levels", example = "25")
            double sigma,

            @Schema(description = "whether sigma was estimated from the picture")
            boolean estimated,

            double strength,
            @Schema(example = "fast") String quality,
            @Schema(example = "model") String method) {}

    record Reference(
            @Schema(description = "input against the reference")
            Figures before,

            @Schema(description = "output against the reference")
            Figures after) {}

    private static final String UNTOUCHED =
            "no noise was found that could be taken away: the output is the input, pixel for pixel";

    static DenoiseReport of(Denoised done, DenoiseForm form, Timings timings, @Nullable String output) {
        Map<String, Double> timing = new LinkedHashMap<>();
        timings.stages().forEach((stage, time) -> timing.put(stage, Timings.milliseconds(time)));
        return new DenoiseReport(
                done.model(),
                pipeline(done, form),
                done.device(),
                Image.of(done.picture()),
                new Parameters(
                        Math.round(done.sigma() * 100) / 100.0,
                        done.estimated(),
                        form.wish().strength(),
                        word(form.wish().quality()),
                        word(form.wish().method())),
                Figures.of(done.error()),
                done.reference()
                        .map(both -> new Reference(Figures.of(both.before()), Figures.of(both.after())))
                        .orElse(null),
                timing,
                done.untouched() ? List.of(UNTOUCHED) : null,
                output);
    }

    /** The steps that the picture went through. */
    static List<String> pipeline(Denoised done, DenoiseForm form) {
        List<String> steps = new ArrayList<>();
        if (done.estimated()) {
            steps.add("estimate");
        }
        steps.add(done.untouched() ? "untouched" : word(form.wish().method()));
        return List.copyOf(steps);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
