package io.unveil.calibration;

import io.unveil.anomaly.Bimodality;
import io.unveil.anomaly.DrawnDefects;
import io.unveil.anomaly.NormalScores;
import io.unveil.model.ScoringMethod;
import io.unveil.pipeline.score.ScoreOptions;
import io.unveil.pipeline.score.Threshold;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
            String model, String data, List<String> names, Map<ScoringMethod, NormalMeasured> measured) {
        List<Row> rows = measured.entrySet().stream()
                .map(one -> Row.of(one.getKey().word(), one.getValue(), names))
                .toList();
        return new Calibrated(model, data, names.size(), rows);
    }

    /**
     * The scores by one scoring, in its own unit.
     *
     * @param median of the scores
     * @param percentile95 of the scores
     * @param threshold the score at which a picture is anomalous unless another threshold is asked for
     * @param choices thresholds to choose from, and what they give; none where no defects were drawn
     * @param apart where some scores lie apart from the others
     */
    record Row(
            String scoring,
            double median,
            double percentile95,
            double threshold,
            List<Choice> choices,
            Optional<Apart> apart) {
        static Row of(String scoring, NormalMeasured measured, List<String> names) {
            double[] scores = measured.normal().scores();
            NormalScores normal = new NormalScores(scores);
            return new Row(
                    scoring,
                    significant(normal.median()),
                    significant(normal.quantile(0.95)),
                    significant(normal.quantile(ScoreOptions.USUAL)),
                    DrawnDefects.of(measured.defects())
                            .map(defects -> Choice.all(normal, defects))
                            .orElse(List.of()),
                    Apart.of(scores, normal, names));
        }

        private static double significant(double number) {
            return Double.parseDouble(String.format(Locale.ROOT, "%.4g", number));
        }

        @Override
        public String toString() {
            return Stream.of(
                            Stream.of("%s: median %s, 95th percentile %s, threshold %s"
                                    .formatted(scoring, median, percentile95, threshold)),
                            choices.stream().map("  %s"::formatted),
                            apart.stream().map("WARNING: %s"::formatted))
                    .flatMap(lines -> lines)
                    .collect(Collectors.joining("%n  ".formatted()));
        }
    }

    /**
     * A threshold, and what it gives.
     *
     * @param asked for it in this way, such as {@code balanced}
     * @param threshold share of normal pictures below
     * @param falseAlarms share of normal pictures expected to reach it
     * @param found share of the drawn defects that reach it
     */
    record Choice(String asked, double threshold, double falseAlarms, double found) {
        static List<Choice> all(NormalScores normal, DrawnDefects defects) {
            return List.of(
                    of("0.99", ScoreOptions.USUAL, normal, defects),
                    of(Threshold.BALANCED, defects.balanced(normal), normal, defects),
                    of("0.9", 0.9, normal, defects));
        }

        private static Choice of(String asked, double share, NormalScores normal, DrawnDefects defects) {
            return new Choice(asked, share, decimals(1 - share), decimals(defects.found(normal.quantile(share))));
        }

        private static double decimals(double share) {
            return Math.round(share * 1e4) / 1e4;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "at threshold %s of 100 normal pictures about %.0f are false alarms, and of 100 drawn defects %.0f are found%s",
                    asked.equals(Threshold.BALANCED) ? "%s (%s)".formatted(asked, threshold) : asked,
                    100 * falseAlarms,
                    100 * found,
                    asked.equals("0.99") ? " (as usual)" : "");
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
        private static final int LISTED = 10;

        static Optional<Apart> of(double[] scores, NormalScores normal, List<String> names) {
            Bimodality groups = Bimodality.of(scores);
            int count = groups.isClear() ? groups.above() : normal.odd();
            return count == 0 ? Optional.empty() : Optional.of(of(count, scores, names));
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
            return "%d of %d pictures stand apart: look at %s%s. If they are anomalous, leave them out with --leave-out %s"
                    .formatted(
                            count,
                            all,
                            String.join(", ", highest),
                            count > highest.size() ? " and %d more".formatted(count - highest.size()) : "",
                            quoted(String.join(",", highest)));
        }

        /** So that a shell takes it for one word. */
        private static String quoted(String names) {
            return names.matches("[\\w./,+=:@%-]*") ? names : "'" + names + "'";
        }
    }

    @Override
    public String toString() {
        return "%s is calibrated with %d normal pictures of %s%n".formatted(model, pictures, data)
                + scorings.stream().map("  %s"::formatted).collect(Collectors.joining(System.lineSeparator()));
    }
}
