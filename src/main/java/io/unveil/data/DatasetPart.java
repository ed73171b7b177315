package io.unveil.data;

import java.util.List;

/** Which part of a set that is split into two. */
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

    /**
     * Whether a file's name says that it belongs to this part; {@code t10k} is the name of the 10,000 test pictures in
     * the sets of the MNIST family.
     */
    boolean names(String file) {
        return prefixes.stream().anyMatch(file::startsWith);
    }

    /** Prefixes of the names of its files, the usual one first. */
    List<String> prefixes() {
        return prefixes;
    }
}
