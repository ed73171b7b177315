package io.unveil.calibration;

import io.unveil.anomaly.Bimodality;
import io.unveil.anomaly.NormalScores;
import io.unveil.anomaly.Outliers;
import io.unveil.model.ScoringMethod;
import io.unveil.pipeline.score.Calibrating;
import io.unveil.pipeline.score.ScoreOptions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The result of a calibration, for output.
 *
 * @param data the set's name
 * @param pictures how many
 */
public record Calibrated(String model, String data, int pictures, List<Row> scorings) {
    /**
     * For these scores of normal pictures.
     *
     * @param names of the pictures, in the order of their scores
     */
    public static Calibrated of(
            String model, String data, List<String> names, Map<ScoringMethod, Calibrating.Measured> measured) {
        List<Row> rows = measured.entrySet().stream()
                .map(one -> Row.of(one.getKey().word(), one.getValue().scores(), names))
                .toList();
        return new Calibrated(model, data, names.size(), rows);
    }

    /**
     * The scores by one scoring, in its own unit.
     *
     * @param median of the scores
     * @param percentile95 of the scores
     * @param threshold the score at which a picture is anomalous unless another threshold is asked for
     * @param apart where some scores lie apart from the others
     */
    record Row(String scoring, double median, double percentile95, double threshold, Optional<Apart> apart) {
        static Row of(String scoring, double[] scores, List<String> names) {
            NormalScores normal = new NormalScores(scores);
            return new Row(
                    scoring,
                    significant(normal.median()),
                    significant(normal.quantile(0.95)),
                    significant(normal.quantile(ScoreOptions.USUAL)),
                    Apart.of(scores, names));
        }

        private static double significant(double number) {
            return Double.parseDouble(String.format(Locale.ROOT, "%.4g", number));
        }

        @Override
        public String toString() {
            return "%s: median %s, 95th percentile %s, threshold %s"
                    .formatted(scoring, median, percentile95, threshold);
        }
    }

    /**
     * Pictures whose scores stand apart from the others': anomalous ones may have been taken for normal.
     *
     * @param count number of such pictures
     * @param all number of all pictures
     * @param highest names of those with the highest scores, the highest first
     */
    record Apart(int count, int all, List<String> highest) {
        private static final int LISTED = 5;

        static Optional<Apart> of(double[] scores, List<String> names) {
            Bimodality groups = Bimodality.of(scores);
            if (groups.isClear()) {
                return Optional.of(of(groups.above(), scores, names));
            }
            Outliers far = Outliers.of(scores);
            return far.areClear() ? Optional.of(of(far.count(), scores, names)) : Optional.empty();
        }

        private static Apart of(int count, double[] scores, List<String> names) {
            return new Apart(count, scores.length, highest(scores, names, count));
        }

        private static List<String> highest(double[] scores, List<String> names, int count) {
            return IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                    .limit(Math.min(LISTED, count))
                    .map(names::get)
                    .toList();
        }

        @Override
        public String toString() {
            return "%d of %d pictures stand apart: are anomalous ones among them? The highest are %s"
                    .formatted(count, all, String.join(", ", highest));
        }
    }

    @Override
    public String toString() {
        return "%s is calibrated with %d normal pictures of %s%n".formatted(model, pictures, data)
                + scorings.stream()
                        .map(row -> "  %s%s"
                                .formatted(
                                        row,
                                        row.apart
                                                .map("%n  WARNING: %s"::formatted)
                                                .orElse("")))
                        .collect(Collectors.joining(System.lineSeparator()));
    }
}
