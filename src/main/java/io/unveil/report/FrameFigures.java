package io.unveil.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** The frames of an animation, or the pages of a document, and how many of them were worked on. */
@Schema(name = "Frames")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FrameFigures(
        @Schema(description = "in the file that came", example = "12")
        int count,

        @Schema(description = "worked on: all, or the first", example = "12")
        int taken,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "each of them, where all were worked on")
        List<One> each) {
    /** One frame or page. */
    @Schema(name = "Frame")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record One(
            @Schema(description = "from 1", example = "1") int number,

            Report.Image image,

            @Schema(description = "how long it is shown; left out of a page", example = "80")
            Optional<Integer> milliseconds,

            Optional<ErrorFigures> error,
            Optional<Report.Reference> reference,
            @Schema(description = "of scoring") Optional<Double> score,
            @Schema(description = "of scoring") Optional<Boolean> anomalous) {}

    /** As a header: {@code 1/12} where the first of twelve was taken. */
    public String header() {
        return "%d/%d".formatted(taken, count);
    }
}
