package io.unveil.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.unveil.image.Picture;
import io.unveil.pipeline.code.Encoded;
import io.unveil.report.Report;
import io.unveil.report.Timings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A picture's latent code with its report: the JSON answer of /v1/encode. */
record CodeReport(
        @Schema(description = "the model's name", example = "fashion-mnist")
        String model,

        @Schema(description = "the steps, in order", example = "[\"gray\", \"resize\", \"encoder\"]")
        List<String> pipeline,

        @Schema(example = "cpu") String device,
        Report.Image image,

        @Schema(description = "of the picture that the code stands for")
        Decoded decoded,

        CodeBody code,

        @Schema(description = "milliseconds of decode, queue, inference and encode")
        Map<String, Double> timing,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "remarks for the reader, in sentences; left out where there are none")
        List<String> notes) {
    @Schema(name = "DecodedSize")
    record Decoded(
            @Schema(example = "28") int width,
            @Schema(example = "28") int height) {}

    static CodeReport of(Encoded done, Picture picture, Timings timings) {
        return new CodeReport(
                done.model(),
                done.steps(),
                done.device(),
                Report.Image.of(picture),
                new Decoded(done.decoded().width(), done.decoded().height()),
                CodeBody.of(done.code()),
                timings.inMilliseconds(),
                Stream.concat(done.notes().stream(), picture.origin().notes().stream())
                        .toList());
    }
}
