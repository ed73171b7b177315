package io.unveil.evaluation;

import io.unveil.degradation.noise.NoiseStatistic;
import io.unveil.degradation.noise.NoiseStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the noise of pairs is: each statistic over all of them.
 *
 * @param data name of the folder or zip file of the noisy pictures
 */
public record PairStatistics(String data, int images, List<Row> rows) {
    public PairStatistics {
        rows = List.copyOf(rows);
    }

    /**
     * Over those pairs that have the statistic.
     *
     * @param low a tenth of the pairs have less
     * @param high a tenth have more
     */
    public record Row(String statistic, double mean, double low, double median, double high) {}

    /** Of pairs of at least 16 x 16 pixels; statistics that none of them has are left out. */
    public static PairStatistics of(PairedSet set) {
        List<Map<NoiseStatistic, Double>> all = set.pairs().stream()
                .map(pair ->
                        NoiseStatistics.of(pair.noisy().pixels(), pair.clean().pixels()))
                .toList();
        List<Row> rows = Arrays.stream(NoiseStatistic.values())
                .flatMap(statistic -> row(statistic, all).stream())
                .toList();
        return new PairStatistics(set.name(), set.pairs().size(), rows);
    }

    private static Optional<Row> row(NoiseStatistic statistic, List<Map<NoiseStatistic, Double>> all) {
        double[] figures = all.stream()
                .filter(one -> one.containsKey(statistic))
                .mapToDouble(one -> one.getOrDefault(statistic, 0.))
                .sorted()
                .toArray();
        if (figures.length == 0) {
            return Optional.empty();
        }
        return Optional.of(new Row(
                statistic.words(),
                Arrays.stream(figures).average().orElseThrow(),
                quantile(figures, .1),
                quantile(figures, .5),
                quantile(figures, .9)));
    }

    /** Linear between the two nearest. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
