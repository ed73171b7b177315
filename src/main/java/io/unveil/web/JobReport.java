package io.unveil.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A job as its owner sees it; keys that do not apply are left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Job")
record JobReport(
        @Schema(example = "5b0f7bb1-4c4b-4ac6-9a44-2f9a4b1c9d10")
        String id,

        @Schema(
                description = "picture: one request; batch: several pictures; inspector: a model that learns",
                allowableValues = {"picture", "batch", "inspector"})
        String kind,

        @Schema(description = "the route that each picture goes through", example = "/v1/denoise")
        String route,

        @Schema(allowableValues = {"waiting", "running", "done", "failed", "cancelled"})
        String state,

        @Schema(description = "share that is done, 0 to 1", example = "0.25")
        double share,

        Pictures pictures,

        @Schema(description = "jobs in front of this one that wait or run; only while it waits", example = "2")
        Optional<Integer> position,

        @Schema(description = "until it is done, by what is known now; only while it waits or runs", example = "12.5")
        Optional<Double> expectedSeconds,

        Instant created,
        Optional<Instant> started,
        Optional<Instant> ended,

        @Schema(description = "when it is deleted; only once it has ended")
        Optional<Instant> deletion,

        @Schema(
                description = "address of the result, once it is done",
                example = "/v1/jobs/5b0f7bb1-4c4b-4ac6-9a44-2f9a4b1c9d10/result")
        Optional<String> result,

        @Schema(description = "why it failed: the problem document that the route would have answered")
        Optional<Map<String, Object>> problem) {
    /** Numbers of pictures. */
    @Schema(name = "JobPictures")
    record Pictures(
            @Schema(example = "200") int all,
            @Schema(example = "50") int done,

            @Schema(description = "with a problem instead of a result", example = "1")
            int failed) {}
}
