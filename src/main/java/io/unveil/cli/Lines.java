package io.unveil.cli;

import io.unveil.pipeline.denoise.Denoised;
import io.unveil.pipeline.fill.Filled;
import io.unveil.report.AnomalyFigures;
import io.unveil.report.ErrorFigures;
import io.unveil.report.Report;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports as lines for people. */
final class Lines {
    private static final int PLACES = 3;

    private Lines() {}

    /** Leads with what noise there was and what was done about it. */
    static String denoised(Report report, Denoised done) {
        return "%s%s%s"
                .formatted(
                        done.noise().map(noise -> noise.words() + "; ").orElse(""),
                        done.untouched() ? "unchanged" : "cleaned with " + report.model() + sigma(done),
                        against(report) + inBrackets(furtherNotes(report, done)));
    }

    /** Without those that say the same as the line. */
    private static List<String> furtherNotes(Report report, Denoised done) {
        return report.notes().stream()
                .skip(done.untouched() ? 1 : 0)
                .filter(note -> !note.startsWith(report.model() + " was chosen"))
                .toList();
    }

    private static String sigma(Denoised done) {
        return done.sigma().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", sigma %.1f%s",
                        done.sigma().getAsDouble(),
                        done.estimated() ? " (estimated)" : "");
    }

    static String filled(Report report, Filled done) {
        return String.format(Locale.ROOT, "%s, %.2f %% filled", report.model(), 100 * done.coverage())
                + report.reference()
                        .map(both -> "  inside, against the reference %s -> %s dB"
                                .formatted(decibelsInside(both.before()), decibelsInside(both.after())))
                        .orElse("")
                + inBrackets(report.notes());
    }

    static String reconstructed(Report report) {
        return "%s  %s%s%s".formatted(report.model(), error(report), against(report), inBrackets(report.notes()));
    }

    static String decoded(Report report) {
        return "%s, %d x %d"
                .formatted(
                        report.model(), report.image().width(), report.image().height());
    }

    static String scored(Report report) {
        AnomalyFigures anomaly = report.anomaly().orElseThrow();
        return String.format(
                        Locale.ROOT,
                        "%s  score %.4f, threshold %s: %s",
                        report.model(),
                        anomaly.score(),
                        anomaly.threshold(),
                        (anomaly.anomalous() ? "anomalous" : "normal")
                                + (anomaly.familiar().orElse(true) ? "" : ", not familiar"))
                + places(anomaly.boxes())
                + inBrackets(report.notes());
    }

    private static String places(List<AnomalyFigures.Box> boxes) {
        int more = boxes.size() - PLACES;
        return boxes.isEmpty()
                ? ""
                : boxes.stream()
                                .limit(PLACES)
                                .map(box ->
                                        "%d x %d at (%d, %d)".formatted(box.width(), box.height(), box.x(), box.y()))
                                .collect(Collectors.joining(", ", "  ", ""))
                        + (more > 0 ? " and %d more".formatted(more) : "");
    }

    private static String error(Report report) {
        return report.error().map(Lines::error).orElse("");
    }

    static String error(ErrorFigures error) {
        return String.format(
                Locale.ROOT,
                "mse %.4f  mae %.4f  psnr %s dB  ssim %.4f",
                error.mse(),
                error.mae(),
                decibels(error.psnr()),
                error.ssim());
    }

    private static String against(Report report) {
        return report.reference()
                .map(both -> "  against the reference %s -> %s dB"
                        .formatted(
                                decibels(both.before().psnr()),
                                decibels(both.after().psnr())))
                .orElse("");
    }

    private static String decibelsInside(ErrorFigures error) {
        return decibels(error.inside().flatMap(ErrorFigures.Share::psnr));
    }

    /** "inf" for equal pictures. */
    private static String decibels(Optional<Double> psnr) {
        return psnr.map(value -> String.format(Locale.ROOT, "%.2f", value)).orElse("inf");
    }

    /** Notes at the end of a line. */
    static String inBrackets(List<String> notes) {
        return notes.isEmpty() ? "" : "  (%s)".formatted(String.join("; ", notes));
    }
}
