package io.unveil.image.codec;

import io.unveil.image.Format;
import io.unveil.image.Picture;

/**
 * What a fuzzer calls: every decoder with any bytes. A picture or a {@link RejectedImage} is right; any other
 * exception, an allocation beyond what the limits allow, or a hang is a finding. Run longer by {@code mvnw -Pfuzz}.
 */
public final class DecoderFuzzer {
    /** A picture of these limits takes at most 8 MB as samples. */
    private static final Limits LIMITS = new Limits(1_000_000, 10_000);

    private DecoderFuzzer() {}

    /** The name that Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] file) {
        try {
            Codec.header(file);
            Picture picture = Codec.decode(file, LIMITS);
            for (Format format : new Format[] {Format.PNG, Format.JPEG, Format.TIFF}) {
                Codec.encode(picture, format, WriteOptions.USUAL); // what was carried over must be writable
            }
        } catch (RejectedImage refused) {
            // said in words
        }
        frames(file);
    }

    /** All frames of an animation, all pages of a document. */
    private static void frames(byte[] file) {
        try {
            Frames frames = Codec.decodeFrames(file, LIMITS);
            for (Format format : new Format[] {Format.PNG, Format.WEBP, Format.TIFF}) {
                if (frames.count() > 1 && Codec.holds(frames, format)) {
                    Codec.encode(frames, format, WriteOptions.USUAL);
                }
            }
        } catch (RejectedImage refused) {
            // said in words
        }
    }
}
