package io.unveil.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.unveil.pipeline.code.Decoded;
import io.unveil.pipeline.code.Reconstructed;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoised;
import io.unveil.pipeline.fill.FillOptions;
import io.unveil.pipeline.fill.Filled;
import io.unveil.pipeline.score.AnomalyView;
import io.unveil.pipeline.score.Scored;
import io.unveil.text.Words;
import java.util.List;
import java.util.Optional;

/** The parameters in use, whether given or chosen. */
@Schema(name = "Parameters")
public sealed interface UsedParameters {
    @Schema(name = "DenoiseParameters")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Denoise(
            @Schema(
                    description = "noise level used, 8-bit levels; left out of a blind model, which takes none",
                    example = "25")
            Optional<Double> sigma,

            @Schema(description = "whether sigma, or the choice of the model, comes from the picture")
            boolean estimated,

            double strength,

            @Schema(description = "for the noise of the colours, in units of the strength")
            double chroma,

            @Schema(
                    description = "where it was requested",
                    allowableValues = {"fast", "best"})
            Optional<String> quality,

            @Schema(example = "model") String method)
            implements UsedParameters {
        static Denoise of(Denoised done, DenoiseOptions options) {
            return new Denoise(
                    done.sigma().stream()
                            .mapToObj(sigma -> Math.round(sigma * 100) / 100.0)
                            .findFirst(),
                    done.estimated(),
                    options.strength(),
                    options.chroma(),
                    options.quality().map(Words::of),
                    Words.of(options.method()));
        }
    }

    @Schema(name = "FillParameters")
    record Fill(
            @Schema(
                    description = "source of the hole",
                    allowableValues = {"picture", "alpha", "region"})
            String mask,

            boolean invert,
            @Schema(description = "pixels") int grow,
            @Schema(description = "pixels") int feather,
            @Schema(example = "auto") String method,

            @Schema(description = "share of the picture that was filled, 0 to 1", example = "0.0421")
            double coverage)
            implements UsedParameters {
        static Fill of(Filled done, FillOptions options) {
            return new Fill(
                    options.mask().word(),
                    options.invert(),
                    options.grow(),
                    options.feather(),
                    options.method().word(),
                    Math.round(done.coverage() * 1e6) / 1e6);
        }
    }

    @Schema(name = "ReconstructParameters")
    record Reconstruct(
            @Schema(description = "of the picture as the network read it", example = "28")
            int width,

            @Schema(example = "28") int height,
            @Schema(example = "1") int channels)
            implements UsedParameters {
        static Reconstruct of(Reconstructed done) {
            return new Reconstruct(done.taken().width(), done.taken().height(), done.channels());
        }
    }

    @Schema(name = "AnomalyParameters")
    record Anomaly(
            @Schema(description = "how it was scored", example = "segmentation")
            String scoring,

            @Schema(description = "what a picture answer shows", example = "heatmap")
            String view,

            @Schema(description = "of the picture as the network read it", example = "256")
            int width,

            @Schema(example = "256") int height)
            implements UsedParameters {
        static Anomaly of(Scored done, AnomalyView view) {
            return new Anomaly(
                    done.scoring().word(),
                    Words.of(view),
                    done.taken().width(),
                    done.taken().height());
        }
    }

    @Schema(name = "DecodeParameters")
    record Decode(
            @Schema(description = "of the code: channels, height and width, or only channels", example = "[32]")
            List<Integer> shape)
            implements UsedParameters {
        static Decode of(Decoded done) {
            return new Decode(done.code().shape());
        }
    }
}
