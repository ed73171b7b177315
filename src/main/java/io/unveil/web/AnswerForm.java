package io.unveil.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The parameters that shape an answer, on any route.
 *
 * @param jpegQuality 1 to 100, where the answer is a JPEG
 * @param included what a JSON answer holds beside the figures
 */
record AnswerForm(int jpegQuality, Set<String> included) {
    private static final String OUTPUT = "output";
    private static final Set<String> KNOWN = Set.of("quality-jpeg", "include");

    /** Throws {@link io.unveil.pipeline.InvalidParameter}. */
    static AnswerForm of(Parameters given) {
        return of(given, List.of(OUTPUT));
    }

    /** The same of a route whose JSON may hold more than the picture. */
    static AnswerForm of(Parameters given, List<String> includable) {
        return new AnswerForm(given.whole("quality-jpeg", 95, 1, 100), given.listed("include", includable));
    }

    /** Whether a JSON answer holds the picture. */
    boolean includeOutput() {
        return includes(OUTPUT);
    }

    boolean includes(String what) {
        return included.contains(what);
    }

    /** The parameters' names, and those of a route. */
    static Set<String> with(String... others) {
        Set<String> all = new HashSet<>(KNOWN);
        all.addAll(Set.of(others));
        return Set.copyOf(all);
    }
}
