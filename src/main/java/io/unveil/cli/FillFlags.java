package io.unveil.cli;

import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.fill.FillMethod;
import io.unveil.pipeline.fill.FillOptions;
import io.unveil.pipeline.fill.MaskSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The parameters of filling besides the hole; the same wherever pictures are filled from a command line. */
public final class FillFlags {
    @Option(names = "--invert", description = "Fill the pixels that the mask leaves out.")
    private boolean invert;

    @Option(
            names = "--grow",
            defaultValue = "0",
            description = "Pixels by which the hole is widened on all sides, 0 to 500 (default: ${DEFAULT-VALUE}).")
    private String grow;

    @Option(
            names = "--feather",
            defaultValue = "0",
            description =
                    "Width of the soft edge, from the rim of the hole inwards, over which the fill blends into the picture, in pixels, 0 to 100 (default: ${DEFAULT-VALUE}).")
    private String feather;

    @Option(names = "--model", description = "Name of a model; without it the one that fits picture and mask.")
    private @Nullable String model;

    @Option(
            names = "--method",
            defaultValue = "auto",
            description =
                    "auto: the model, and patches where a hole is wide, or harmonic where there is no model; model; exemplar: patches from elsewhere in the picture; telea, navier-stokes, push-pull, harmonic: to compare with (default: ${DEFAULT-VALUE}).")
    private String method;

    /** Throws {@link InvalidParameter}. */
    public FillOptions options(MaskSource mask) {
        return new FillOptions(
                mask,
                invert,
                FillOptions.parseGrow(grow),
                FillOptions.parseFeather(feather),
                Optional.ofNullable(model),
                FillMethod.parse(method));
    }
}
