package io.unveil.evaluation;

import io.unveil.page.Chart;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The distribution of the scores of good pictures (upwards) and of anomalous ones (downwards) as SVG, with the
 * threshold.
 */
final class ScoreChart {
    private static final int BARS = 50;
    private static final int WIDTH = 900;
    private static final int HALF = 110;
    private static final int MIDDLE = HALF + 24;

    private final double[] normal;
    private final double[] anomalous;
    private final Optional<Double> limit;
    private final DoubleSummaryStatistics shown;

    /** Of at least one score of each kind. */
    ScoreChart(double[] normal, double[] anomalous, Optional<Double> limit) {
        this.normal = normal;
        this.anomalous = anomalous;
        this.limit = limit;
        this.shown = DoubleStream.concat(
                        DoubleStream.concat(Arrays.stream(normal), Arrays.stream(anomalous)),
                        limit.stream().mapToDouble(Double::doubleValue))
                .summaryStatistics();
    }

    String svg() {
        StringBuilder svg =
                new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\">\n".formatted(WIDTH, MIDDLE + HALF + 24));
        bars(svg, normal, Chart.COLOURS.get(0), -1);
        bars(svg, anomalous, Chart.COLOURS.get(1), 1);
        svg.append(String.format(
                Locale.ROOT,
                """
                <path d="M 0 %1$d H %2$d" stroke="#555"/>
                <text x="0" y="14" fill="%3$s">%4$d good pictures</text><text x="0" y="%5$d" fill="%6$s">%7$d anomalous pictures</text>
                <text x="%2$d" y="%5$d" text-anchor="end">scores from %8$.4g to %9$.4g</text>
                """,
                MIDDLE,
                WIDTH,
                Chart.COLOURS.get(0),
                normal.length,
                MIDDLE + HALF + 18,
                Chart.COLOURS.get(1),
                anomalous.length,
                shown.getMin(),
                shown.getMax()));
        limit.ifPresent(score -> svg.append(String.format(
                Locale.ROOT, """
                <path d="M %1$.1f 20 V %2$d" stroke="#222" stroke-dasharray="5 3"/><text x="%1$.1f" y="14" text-anchor="%4$s">threshold %3$.4g</text>
                """, x(score), MIDDLE + HALF, score, x(score) < WIDTH / 2.0 ? "start" : "end")));
        return svg.append("</svg>\n").toString();
    }

    /** The highest bars of both kinds have equal length, because one kind may have far more pictures. */
    private void bars(StringBuilder svg, double[] scores, String colour, int direction) {
        int[] counts = new int[BARS];
        for (double score : scores) {
            counts[(int) Math.min(BARS - 1, BARS * x(score) / WIDTH)]++;
        }
        int highest = Arrays.stream(counts).max().orElseThrow();
        double bar = WIDTH / (double) BARS;
        for (int i = 0; i < BARS; i++) {
            double length = (double) HALF * counts[i] / highest;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                    i * bar + 1,
                    direction < 0 ? MIDDLE - length : MIDDLE,
                    bar - 2,
                    length,
                    colour));
        }
        svg.append('\n');
    }

    private double x(double score) {
        double range = shown.getMax() - shown.getMin();
        return range > 0 ? WIDTH * (score - shown.getMin()) / range : WIDTH / 2.0;
    }
}
