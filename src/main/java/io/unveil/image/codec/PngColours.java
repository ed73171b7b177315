package io.unveil.image.codec;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What PNG chunks say of how samples are to be shown: cICP, sRGB, gAMA, cHRM. */
final class PngColours {
    private PngColours() {}

    /** @param chunks gives the data of a chunk of this type */
    static Colorimetry of(Function<String, Optional<byte[]>> chunks, Notes notes) {
        Optional<Integer> gamma = notes.unlessBroken(
                "chunk gAMA",
                () -> fields(chunks, "gAMA", 4).map(ByteBuffer::getInt).filter(value -> value > 0));
        Optional<Integer> intent =
                notes.unlessBroken("chunk sRGB", () -> fields(chunks, "sRGB", 1).map(value -> value.get() & 3));
        return new Colorimetry(
                notes.unlessBroken("chunk cICP", () -> fields(chunks, "cICP", 4).map(PngColours::codePoints)),
                notes.unlessBroken(
                        "chunk cHRM", () -> fields(chunks, "cHRM", 32).map(PngColours::chromaticities)),
                gamma.map(OptionalInt::of).orElse(OptionalInt.empty()),
                intent.map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    private static Optional<ByteBuffer> fields(Function<String, Optional<byte[]>> chunks, String type, int bytes) {
        return chunks.apply(type).map(chunk -> {
            if (chunk.length != bytes) {
                throw new IllegalArgumentException("%s of %d bytes".formatted(type, chunk.length));
            }
            return ByteBuffer.wrap(chunk);
        });
    }

    private static Colorimetry.CodePoints codePoints(ByteBuffer fields) {
        return new Colorimetry.CodePoints(fields.get(0) & 0xFF, fields.get(1) & 0xFF, fields.get(3) != 0);
    }

    private static int[] chromaticities(ByteBuffer fields) {
        int[] values = new int[8];
        fields.asIntBuffer().get(values);
        for (int i = 0; i < values.length; i++) {
            if (values[i] < i % 2 || values[i] > 100_000) { // y is divided by
                throw new IllegalArgumentException("no chromaticity: " + values[i]);
            }
        }
        return values;
    }
}
