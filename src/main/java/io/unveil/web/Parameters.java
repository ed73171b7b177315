package io.unveil.web;

import io.unveil.pipeline.InvalidParameter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of a request, in the query or in the form; each at most once; unknown ones are refused. */
final class Parameters {
    private final Map<String, String[]> values;

    private Parameters(Map<String, String[]> values) {
        this.values = values;
    }

    /** The parameters of a route that takes none. Throws {@link InvalidParameter}. */
    static void requireNone(HttpServletRequest request) throws IOException, ServletException {
        of(request, Set.of(), Set.of());
    }

    /**
     * Throws {@link InvalidParameter}. The parts are pictures, not parameters, even where they are sent without a file
     * name.
     */
    static Parameters of(HttpServletRequest request, Set<String> known, Set<String> parts)
            throws IOException, ServletException {
        Map<String, String[]> values = request.getParameterMap();
        for (Map.Entry<String, String[]> one : values.entrySet()) {
            String name = one.getKey();
            boolean part = parts.contains(name) && one.getValue().length <= Upload.nameless(request, name);
            if (!known.contains(name) && !part) {
                throw new InvalidParameter(name, last(one.getValue()), allowed(known));
            }
            if (one.getValue().length > 1) {
                throw new InvalidParameter(one.getKey(), String.join(", ", one.getValue()), "one value");
            }
        }
        return new Parameters(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name))
                .flatMap(all -> Arrays.stream(all).findFirst());
    }

    int whole(String name, int fallback, int least, int most) {
        return text(name).map(word -> whole(name, word, least, most)).orElse(fallback);
    }

    /** The same of one without a default. */
    OptionalInt whole(String name, int least, int most) {
        return text(name).stream()
                .mapToInt(word -> whole(name, word, least, most))
                .findFirst();
    }

    /** The words of a list with commas, each one of these; none without it. */
    Set<String> listed(String name, List<String> allowed) {
        Set<String> words = text(name)
                .map(list -> new TreeSet<>(List.of(list.split(",", -1))))
                .orElseGet(TreeSet::new);
        for (String word : words) {
            if (!allowed.contains(word)) {
                throw new InvalidParameter(name, word, "'%s'".formatted(String.join("' or '", allowed)));
            }
        }
        return words;
    }

    /** Whether the parameter is true; false without it. */
    boolean flag(String name) {
        return text(name)
                .map(word -> switch (word) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new InvalidParameter(name, word, "'true' or 'false'");
                })
                .orElse(false);
    }

    private static int whole(String name, String word, int least, int most) {
        if (word.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(word);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new InvalidParameter(name, word, "a whole number from %d to %d".formatted(least, most));
    }

    /** Values in the query come last. */
    private static String last(String[] values) {
        return values.length == 0 ? "" : values[values.length - 1];
    }

    private static String allowed(Collection<String> known) {
        return known.isEmpty() ? "no parameter" : "one of " + String.join(", ", new TreeSet<>(known));
    }
}
