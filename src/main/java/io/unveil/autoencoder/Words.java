package io.unveil.autoencoder;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What layers say of themselves in tables and digests. */
final class Words {
    private Words() {}

    /** The parts that are not empty, with commas between them. */
    static String listed(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
