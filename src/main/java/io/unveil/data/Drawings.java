package io.unveil.data;

import java.util.Map;
import java.util.function.Function;

/** The kinds of pictures that the program draws, by name. */
final class Drawings {
    static final String PREFIX = "synthetic:";

    private static final String GAUSSIANS = "gaussians";
    private static final String SIGNALS = "signals";

    private static final String SURFACES = "surfaces";

    static final String FORMS = PREFIX + GAUSSIANS + ", " + PREFIX + SIGNALS + ", " + PREFIX + SURFACES;

    /** @param count number of pictures where the user gives none */
    private record Kind(Function<DrawnOptions, Drawing> reader, int count) {}

    private static final Map<String, Kind> KINDS = Map.of(
            GAUSSIANS, new Kind(Gaussians::read, 10_000),
            SIGNALS, new Kind(Signals::read, 10_000),
            SURFACES, new Kind(Surfaces::read, 400)); // as many as someone would take of a product

    private Drawings() {}

    /**
     * Reads {@code synthetic:kind,option=value,…}; every kind takes {@code count} and {@code seed} beside its own
     * options.
     *
     * @throws UnusableData on an unknown kind, and with all that is wrong with the options
     */
    static DrawnDataset parse(String data) {
        Kind kind = KINDS.get(kind(data));
        if (kind == null) {
            throw new UnusableData(
                    "'%s%s' is not a kind of drawn pictures; allowed are %s".formatted(PREFIX, kind(data), FORMS));
        }
        DrawnOptions options = new DrawnOptions(data);
        DrawnDataset drawn = new DrawnDataset(
                data,
                kind.reader.apply(options),
                options.whole("count", 1, 100_000_000, kind.count),
                options.whole("seed", 0, Integer.MAX_VALUE, 1));
        options.throwIfFaulty();
        return drawn;
    }

    private static String kind(String data) {
        return data.split(",", 2)[0].substring(PREFIX.length());
    }

    /**
     * Reads {@code synthetic:surfaces,option=value,…} as pictures to test with.
     *
     * @throws UnusableData on another kind, and with all that is wrong with the options
     */
    static InspectionSet inspected(String data) {
        if (!kind(data).equals(SURFACES)) {
            throw new UnusableData("'%s%s' is not a kind of drawn pictures with defects; allowed is %s"
                    .formatted(PREFIX, kind(data), PREFIX + SURFACES));
        }
        DrawnOptions options = new DrawnOptions(data);
        Surfaces surfaces = Surfaces.read(options);
        int count = options.whole("count", 2, 10_000, 140);
        int seed = options.whole("seed", 0, Integer.MAX_VALUE, 1);
        options.throwIfFaulty();
        return surfaces.inspected(data, count, seed);
    }
}
