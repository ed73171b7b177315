package io.unveil.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.unveil.degradation.description.JpegTraces;
import io.unveil.degradation.description.NoiseDescription;
import io.unveil.degradation.description.NoiseKind;
import io.unveil.degradation.description.Trend;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What noise the input of denoising has. */
@Schema(name = "Noise")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record NoiseFigures(
        @Schema(
                description = "what prevails",
                allowableValues = {"none", "white", "signal-dependent", "camera", "impulses", "jpeg"},
                example = "camera")
        String kind,

        @Schema(
                description =
                        "standard deviation over all channels, 8-bit levels; of impulses the root mean square error that they make",
                example = "8.6")
        double sigma,

        @Schema(
                description = "how sure this is",
                allowableValues = {"high", "medium", "low"})
        String confidence,

        @Schema(description = "in plain words", example = "camera noise, about 9 levels, stronger in the shadows")
        String words,

        @Schema(description = "of camera noise: how far it goes together")
        Optional<Correlation> correlation,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "how strong it is from dark to bright, where that was found")
        List<Level> levels,

        @Schema(
                description = "where it is strongest, where that was found",
                allowableValues = {"shadows", "highlights", "even"})
        Optional<String> strongest,

        @Schema(
                description = "share of the pixels that are lost, 0 to 1; left out where there are none",
                example = "0.02")
        Optional<Double> impulses,

        @Schema(description = "traces of JPEG compression in the file or in its pixels")
        Optional<Jpeg> jpeg,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "what could not be judged, in sentences")
        List<String> unsure) {
    /** Distances in pixels at which the noise has lost all but 1/e of its correlation. */
    @Schema(name = "NoiseCorrelation")
    public record Correlation(
            @Schema(description = "pixels, of the brightness", example = "1.4")
            double luma,

            @Schema(description = "pixels, of the colours; 0 in gray", example = "4.8")
            double chroma) {}

    /** One brightness. */
    @Schema(name = "NoiseLevel")
    public record Level(
            @Schema(description = "8-bit levels") double brightness,
            @Schema(description = "8-bit levels") double sigma) {}

    /** How strongly it was compressed. */
    @Schema(name = "JpegTraces")
    public record Jpeg(
            @Schema(description = "1 to 100, as the Independent JPEG Group counts", example = "75")
            int quality,

            @Schema(allowableValues = {"4:2:0", "4:4:4"}) String chroma) {
        static Jpeg of(JpegTraces traces) {
            return new Jpeg(traces.quality(), traces.halvedColour() ? "4:2:0" : "4:4:4");
        }
    }

    static NoiseFigures of(NoiseDescription noise) {
        return new NoiseFigures(
                noise.kind().word(),
                hundredths(noise.sigma()),
                noise.confidence().word(),
                noise.words(),
                noise.kind() == NoiseKind.CAMERA
                        ? Optional.of(new Correlation(hundredths(noise.lumaLength()), hundredths(noise.chromaLength())))
                        : Optional.empty(),
                noise.levels().stream()
                        .map(level -> new Level(hundredths(level.brightness()), hundredths(level.sigma())))
                        .toList(),
                noise.trend().map(Trend::word),
                noise.impulses() > 0 ? Optional.of(Math.round(noise.impulses() * 1e5) / 1e5) : Optional.empty(),
                noise.jpeg().map(Jpeg::of),
                noise.unsure());
    }

    /** As a header: a structured item with parameters (RFC 8941), such as {@code camera;sigma=8.6;confidence=high}. */
    public String header() {
        return String.format(Locale.ROOT, "%s;sigma=%.2f;confidence=%s", kind, sigma, confidence);
    }

    private static double hundredths(double figure) {
        return Math.round(figure * 100) / 100.;
    }
}
