package io.unveil.cli;

import io.unveil.pipeline.InvalidParameter;
import picocli.CommandLine.Option;

/** Which frames of an animation, or pages of a document, are worked on. */
final class FramesOption {
    @Option(
            names = "--frames",
            defaultValue = "first",
            paramLabel = "first|all",
            description =
                    "Of animations and of TIFF with several pages: the first, or all of them alike, written as an animation (.png, .webp) or as TIFF (default: ${DEFAULT-VALUE}).")
    private String frames;

    /** Throws {@link InvalidParameter}. */
    boolean areAll() {
        return switch (frames) {
            case "first" -> false;
            case "all" -> true;
            default -> throw new InvalidParameter("frames", frames, "'first' or 'all'");
        };
    }
}
