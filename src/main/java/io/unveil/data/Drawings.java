package io.unveil.data;

import java.util.Map;
import java.util.function.Function;

/** The kinds of pictures that the program draws, by name. */
final class Drawings {
    static final String PREFIX = "synthetic:";

    private static final String GAUSSIANS = "gaussians";
    private static final String SIGNALS = "signals";

    static final String FORMS = PREFIX + GAUSSIANS + ", " + PREFIX + SIGNALS;

    private static final Map<String, Function<Options, Drawing>> KINDS =
            Map.of(GAUSSIANS, Gaussians::read, SIGNALS, Signals::read);

    private Drawings() {}

    /**
     * Reads {@code synthetic:kind,option=value,…}; every kind takes {@code count} and {@code seed} beside its own options.
     *
     * @throws UnusableData on an unknown kind, and with all that is wrong with the options
     */
    static Drawn parse(String data) {
        String kind = data.split(",", 2)[0].substring(PREFIX.length());
        Function<Options, Drawing> reader = KINDS.get(kind);
        if (reader == null) {
            throw new UnusableData("nothing is drawn by the name of '%s%s', only %s".formatted(PREFIX, kind, FORMS));
        }
        Options options = new Options(data);
        Drawn drawn = new Drawn(
                data,
                reader.apply(options),
                options.whole("count", 1, 100_000_000, 10_000),
                options.whole("seed", 0, Integer.MAX_VALUE, 1));
        options.throwIfFaulty();
        return drawn;
    }
}
