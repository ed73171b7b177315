package io.unveil.cli;

import io.unveil.image.Rectangle;
import io.unveil.pipeline.score.Scored;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of a picture that was scored: the service's JSON answer, and the files. */
record AnomalyReport(
        String input,
        Optional<String> output,
        String model,
        List<String> pipeline,
        String device,
        Reported.Image image,
        Parameters parameters,
        Optional<Figures> error,
        Reported.Timing timing,
        Anomaly anomaly,
        Optional<List<String>> notes) {
    private static final int TOLD_PLACES = 3;

    /** How it was scored, and the size of the picture as the network read it. */
    record Parameters(String scoring, int width, int height) {}

    /**
     * The verdict.
     *
     * @param falseAlarmRate share of normal pictures expected to reach the threshold; empty without calibration
     * @param raw the number behind the score, in the scoring's own unit
     */
    record Anomaly(
            double score,
            double threshold,
            boolean anomalous,
            boolean calibrated,
            Optional<Double> falseAlarmRate,
            double raw,
            List<Box> boxes) {
        static Anomaly of(Scored.Verdict verdict) {
            return new Anomaly(
                    decimals(verdict.score()),
                    verdict.threshold(),
                    verdict.anomalous(),
                    verdict.calibrated(),
                    verdict.falseAlarmRate().map(Anomaly::decimals),
                    verdict.raw(),
                    verdict.boxes().stream().map(Box::of).toList());
        }

        private static double decimals(double share) {
            return Math.round(share * 1e6) / 1e6;
        }
    }

    /** A place that reaches the threshold, in pixels of the picture. */
    record Box(int x, int y, int width, int height, double score) {
        static Box of(Scored.Place place) {
            Rectangle at = place.box().place();
            return new Box(at.x(), at.y(), at.width(), at.height(), Anomaly.decimals(place.score()));
        }

        @Override
        public String toString() {
            return "%d x %d at (%d, %d)".formatted(width, height, x, y);
        }
    }

    static AnomalyReport of(Path in, Optional<Path> out, Scored done) {
        return new AnomalyReport(
                in.toString(),
                out.map(Path::toString),
                done.model(),
                done.steps(),
                done.device(),
                Reported.Image.of(done.picture()),
                new Parameters(
                        done.scoring(), done.taken().width(), done.taken().height()),
                done.error().map(Figures::of),
                Reported.Timing.of(done.timing()),
                Anomaly.of(done.verdict()),
                Reported.notes(done.notes()));
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "%s%s  %s  score %.4f, threshold %s: %s",
                        input,
                        output.map(" -> %s"::formatted).orElse(""),
                        model,
                        anomaly.score,
                        anomaly.threshold,
                        anomaly.anomalous ? "anomalous" : "normal")
                + places()
                + Reported.inBrackets(notes);
    }

    private String places() {
        int more = anomaly.boxes.size() - TOLD_PLACES;
        return anomaly.boxes.isEmpty()
                ? ""
                : anomaly.boxes.stream()
                                .limit(TOLD_PLACES)
                                .map(Box::toString)
                                .collect(Collectors.joining(", ", "  ", ""))
                        + (more > 0 ? " and %d more".formatted(more) : "");
    }
}
