package io.unveil.autoencoder.layer;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How layers describe themselves in tables and digests. */
final class LayerText {
    private LayerText() {}

    /** The parts that are not empty, with commas between them. */
    static String listed(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
