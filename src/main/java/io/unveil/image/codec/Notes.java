package io.unveil.image.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what a reader should know of how a file was read; what is broken beside the pixels ends here. */
final class Notes {
    private final List<String> sentences = new ArrayList<>();

    /** Reads something that a picture can do without. */
    @FunctionalInterface
    interface Reading<T> {
        Optional<T> read() throws IOException;
    }

    void add(String sentence) {
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    List<String> all() {
        return List.copyOf(sentences);
    }

    /** What is read, or nothing and a note where its bytes are broken. */
    <T> Optional<T> unlessBroken(String what, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException
                | UncheckedIOException
                | IndexOutOfBoundsException
                | ArithmeticException
                | NegativeArraySizeException
                | BufferUnderflowException
                | IllegalArgumentException broken) {
            add("the %s is damaged and was left out".formatted(what));
            return Optional.empty();
        }
    }

    /** The same for a block of bytes, which must not be too large either. */
    Optional<byte[]> block(String what, Reading<byte[]> reading) {
        Optional<byte[]> block = unlessBroken(what, reading);
        if (block.isPresent() && block.get().length > Metadata.MAX_BYTES) {
            add("the %s is larger than %d MiB and was left out".formatted(what, Metadata.MAX_BYTES >> 20));
            return Optional.empty();
        }
        return block;
    }
}
