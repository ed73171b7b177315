package io.unveil.web;

import io.unveil.image.codec.WriteOptions;
import io.unveil.pipeline.InvalidParameter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The parameters that shape an answer, on any route.
 *
 * @param writing how the picture is written
 * @param allFrames whether all frames or pages are worked on, or the first
 * @param included what a JSON answer holds beside the figures
 */
record AnswerForm(WriteOptions writing, boolean allFrames, Set<String> included) {
    private static final String OUTPUT = "output";
    /** The name of the parameter; only routes that take a picture know it. */
    static final String FRAMES = "frames";

    private static final Set<String> KNOWN = Set.of("quality-jpeg", "metadata", "include");

    /** Throws {@link io.unveil.pipeline.InvalidParameter}. */
    static AnswerForm of(Parameters given) {
        return of(given, List.of(OUTPUT));
    }

    /** The same of a route whose JSON may hold more than the picture. */
    static AnswerForm of(Parameters given, List<String> includable) {
        OptionalInt quality = given.whole("quality-jpeg", 1, 100);
        return new AnswerForm(
                new WriteOptions(quality, keepsMetadata(given.text("metadata"))),
                allFrames(given.text(FRAMES)),
                given.listed("include", includable));
    }

    private static boolean keepsMetadata(Optional<String> word) {
        return switch (word.orElse("keep")) {
            case "keep" -> true;
            case "strip" -> false;
            default -> throw new InvalidParameter("metadata", word.orElseThrow(), "'keep' or 'strip'");
        };
    }

    private static boolean allFrames(Optional<String> word) {
        return switch (word.orElse("first")) {
            case "first" -> false;
            case "all" -> true;
            default -> throw new InvalidParameter(FRAMES, word.orElseThrow(), "'first' or 'all'");
        };
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
