package io.unveil.cli;

import io.unveil.image.codec.WriteOptions;
import io.unveil.pipeline.InvalidParameter;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How pictures are written; the same in every command that writes any. */
public final class WriteFlags {
    @Option(
            names = "--quality-jpeg",
            paramLabel = "1-100",
            description =
                    "Quality of JPEG files (default: that of the JPEG that was read, from 90 to 95, with its chroma sampling; else 95).")
    private @Nullable Integer jpegQuality;

    @Option(
            names = "--metadata",
            defaultValue = "keep",
            paramLabel = "keep|strip",
            description = "keep: Exif, XMP and IPTC of the file are written again, and its time is set; strip: not.")
    private String metadata;

    /** Throws {@link InvalidParameter}. */
    public WriteOptions options() {
        if (jpegQuality != null && (jpegQuality < 1 || jpegQuality > 100)) {
            throw new InvalidParameter("quality-jpeg", Integer.toString(jpegQuality), "a whole number from 1 to 100");
        }
        boolean keeps = switch (metadata) {
            case "keep" -> true;
            case "strip" -> false;
            default -> throw new InvalidParameter("metadata", metadata, "'keep' or 'strip'");
        };
        return new WriteOptions(jpegQuality == null ? OptionalInt.empty() : OptionalInt.of(jpegQuality), keeps);
    }
}
