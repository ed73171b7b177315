package io.unveil.data;

import java.util.List;

/** Which part of a set that comes in two is meant. */
public enum DatasetPart {
    /** To learn from. */
    TRAINING("train"),
    /** To measure with, never learnt from. */
    TEST("t10k", "test");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> prefixes;

    DatasetPart(String... prefixes) {
        this.prefixes = List.of(prefixes);
    }

    /** Whether a file's name says that it belongs to this part; {@code t10k} is how the sets of the MNIST family call ten thousand tests. */
    boolean names(String file) {
        return prefixes.stream().anyMatch(file::startsWith);
    }

    /** How the names of its files begin, the usual way first. */
    List<String> prefixes() {
        return prefixes;
    }
}
