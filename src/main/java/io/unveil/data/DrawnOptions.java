package io.unveil.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The options of a drawn set, as in {@code synthetic:gaussians,noise=0..20,bars=2}. Faults are gathered until
 * {@link #throwIfFaulty}.
 */
final class DrawnOptions {
    private static final Pattern DOTS = Pattern.compile("\\.\\.");

    private final String data;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> faults = new ArrayList<>();

    /** @param data the whole text, with the kind's name before the first comma */
    DrawnOptions(String data) {
        this.data = data;
        String[] parts = data.split(",", -1);
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals < 1) {
                faults.add("'%s' is not written name=value".formatted(parts[i]));
            } else if (given.put(parts[i].substring(0, equals), parts[i].substring(equals + 1)) != null) {
                faults.add("%s is given twice".formatted(parts[i].substring(0, equals)));
            }
        }
    }

    int whole(String key, int least, int most, int fallback) {
        known.add(key);
        String text = given.get(key);
        if (text == null) {
            return fallback;
        }
        Optional<Double> value = number(text);
        if (value.isEmpty() || !isWhole(value.get()) || value.get() < least || value.get() > most) {
            faults.add("%s must be a whole number from %d to %d, was '%s'".formatted(key, least, most, text));
            return fallback;
        }
        return value.get().intValue();
    }

    /** One of a few words. */
    String word(String key, String fallback, List<String> allowed) {
        known.add(key);
        String text = given.getOrDefault(key, fallback);
        if (!allowed.contains(text)) {
            faults.add("%s must be one of %s, was '%s'".formatted(key, String.join(", ", allowed), text));
            return fallback;
        }
        return text;
    }

    Range range(String key, double least, double most, Range fallback) {
        return range(key, least, most, fallback, false);
    }

    /** A range from which whole numbers are drawn. */
    Range wholeRange(String key, int least, int most, Range fallback) {
        return range(key, least, most, fallback, true);
    }

    private Range range(String key, double least, double most, Range fallback, boolean whole) {
        known.add(key);
        String text = given.get(key);
        if (text == null) {
            return fallback;
        }
        String[] ends = DOTS.split(text, -1);
        Optional<Double> from = number(ends[0]);
        Optional<Double> to = number(ends[ends.length - 1]);
        if (ends.length > 2 || from.isEmpty() || to.isEmpty() || !isSound(from.get(), to.get(), least, most, whole)) {
            faults.add(String.format(
                    Locale.ROOT,
                    "%s must be %s number or a range a..b, from %s to %s, was '%s'",
                    key,
                    whole ? "a whole" : "a",
                    plain(least),
                    plain(most),
                    text));
            return fallback;
        }
        return new Range(from.get(), to.get());
    }

    private static boolean isSound(double from, double to, double least, double most, boolean whole) {
        return least <= from && from <= to && to <= most && (!whole || (isWhole(from) && isWhole(to))); // NaN fails too
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }

    private static String plain(double value) {
        return isWhole(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty(); // the caller's message quotes the text
        }
    }

    /** Throws {@link UnusableData} with all faults, unknown options among them. */
    void throwIfFaulty() {
        List<String> all = new ArrayList<>(faults);
        for (String key : given.keySet()) {
            if (!known.contains(key)) {
                all.add("%s is unknown; known are %s".formatted(key, String.join(", ", known)));
            }
        }
        if (!all.isEmpty()) {
            throw new UnusableData("%s: %s".formatted(data, String.join("; ", all)));
        }
    }
}
