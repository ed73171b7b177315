package io.unveil.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How the scores of good pictures, upwards, and of anomalous ones, downwards, are spread, with the threshold between.
 */
public final class ScoreChart {
    private static final int BARS = 50;

    private final double[] normal;
    private final double[] anomalous;
    private final Optional<Double> limit;
    private final double least;
    private final double width;

    /** Of at least one score of each kind. */
    public ScoreChart(double[] normal, double[] anomalous, Optional<Double> limit) {
        this.normal = normal;
        this.anomalous = anomalous;
        this.limit = limit;
        DoubleSummaryStatistics shown = DoubleStream.concat(
                        DoubleStream.concat(Arrays.stream(normal), Arrays.stream(anomalous)),
                        limit.stream().mapToDouble(Double::doubleValue))
                .summaryStatistics();
        least = shown.getMin();
        width = (shown.getMax() - shown.getMin()) / BARS;
    }

    public String svg() {
        List<Chart.Series> series = new ArrayList<>();
        series.add(bars("%d good pictures".formatted(normal.length), normal, 1));
        series.add(bars("%d anomalous pictures".formatted(anomalous.length), anomalous, -1));
        limit.ifPresent(score -> series.add(new Chart.Rule(
                String.format(Locale.ROOT, "threshold %.4g", score),
                List.of(new Chart.Point(score, -1), new Chart.Point(score, 1)))));
        return Chart.of("score", "", series);
    }

    /** The highest bars of both kinds have equal length, because one kind may have far more pictures. */
    private Chart.Bars bars(String name, double[] scores, int direction) {
        int[] counts = new int[BARS];
        for (double score : scores) {
            counts[width > 0 ? (int) Math.min(BARS - 1, (score - least) / width) : 0]++;
        }
        double highest = Arrays.stream(counts).max().orElseThrow();
        return new Chart.Bars(
                name,
                IntStream.range(0, BARS)
                        .mapToObj(i -> new Chart.Point(least + (i + .5) * width, direction * counts[i] / highest))
                        .toList(),
                width);
    }
}
