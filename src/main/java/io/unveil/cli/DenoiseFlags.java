package io.unveil.cli;

import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Method;
import io.unveil.pipeline.denoise.Quality;
import io.unveil.pipeline.denoise.Sigma;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The parameters of denoising; the same wherever pictures are cleaned from a command line. */
public final class DenoiseFlags {
    @Option(
            names = "--sigma",
            defaultValue = "auto",
            description =
                    "Noise level in 8-bit levels, 0 to 100, or auto; a blind model takes only auto (default: ${DEFAULT-VALUE}).")
    private String sigma;

    @Option(
            names = "--model",
            description =
                    "Name of a model (default: the one for the noise that each picture has; pictures without noise are left as they are).")
    private @Nullable String model;

    @Option(
            names = "--strength",
            defaultValue = "1",
            description =
                    "How much of the noise is removed, 0 to 2: 1 what is found, more where that leaves some (default: ${DEFAULT-VALUE}).")
    private String strength;

    @Option(
            names = "--chroma",
            defaultValue = "1",
            description =
                    "The same for the noise of the colours alone, 0 to 2, in units of the strength (default: ${DEFAULT-VALUE}).")
    private String chroma;

    @Option(
            names = "--quality",
            description =
                    "fast: a small model, unless one is named; best: eight times the work for about 0.1 dB (default: one pass of the usual model).")
    private @Nullable String quality;

    @Option(
            names = "--method",
            defaultValue = "model",
            description = "model, or nlm: non-local means, to compare with (default: ${DEFAULT-VALUE}).")
    private String method;

    /** Throws {@link InvalidParameter}. */
    public DenoiseOptions options() {
        return new DenoiseOptions(
                Sigma.parse(sigma),
                Optional.ofNullable(model),
                DenoiseOptions.parseStrength(strength),
                DenoiseOptions.parseChroma(chroma),
                Optional.ofNullable(quality).map(Quality::parse),
                Method.parse(method));
    }
}
