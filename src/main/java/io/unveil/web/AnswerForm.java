package io.unveil.web;

import java.util.HashSet;
import java.util.Set;

/**
 * The parameters that shape an answer, on any route.
 *
 * @param jpegQuality 1 to 100, where the answer is a JPEG
 * @param includeOutput whether the JSON answer holds the picture
 */
record AnswerForm(int jpegQuality, boolean includeOutput) {
    private static final Set<String> KNOWN = Set.of("quality-jpeg", "include");

    /** Throws {@link io.unveil.pipeline.InvalidParameter}. */
    static AnswerForm of(Parameters given) {
        return new AnswerForm(given.whole("quality-jpeg", 95, 1, 100), given.chosen("include", "output"));
    }

    /** The parameters' names, and those of a route. */
    static Set<String> with(String... others) {
        Set<String> all = new HashSet<>(KNOWN);
        all.addAll(Set.of(others));
        return Set.copyOf(all);
    }
}
