package io.unveil.cli;

import io.unveil.evaluation.Evaluation;
import io.unveil.evaluation.Protocol;
import java.util.Locale;

/** An evaluation for people. */
final class EvaluationTable {
    private EvaluationTable() {}

    static String of(Evaluation evaluation, Protocol protocol) {
        StringBuilder table = new StringBuilder("%s on %s, %d pictures, noise %s, sigma %s, seed %d"
                .formatted(
                        evaluation.model(),
                        evaluation.data(),
                        evaluation.images(),
                        protocol.input() == Protocol.Input.FLOAT ? "unclipped" : "clipped and rounded to 8 bits",
                        protocol.blind() ? "estimated" : "told",
                        protocol.seed()));
        String columns = "%n%-20s %-8s %10s %10s %8s %8s";
        table.append(String.format(Locale.ROOT, columns, "condition", "method", "noisy dB", "psnr dB", "ssim", "MP/s"));
        for (Evaluation.Row row : evaluation.rows()) {
            table.append(String.format(
                    Locale.ROOT,
                    "%n%-20s %-8s %10.2f %10.3f %8.4f %8.2f",
                    row.condition(),
                    row.method(),
                    row.psnrBefore(),
                    row.psnr(),
                    row.ssim(),
                    row.megapixelsPerSecond()));
        }
        return table.toString();
    }

    /** With figures to four decimals, for JSON. */
    static Evaluation rounded(Evaluation evaluation) {
        return new Evaluation(
                evaluation.model(),
                evaluation.task(),
                evaluation.data(),
                evaluation.images(),
                evaluation.rows().stream().map(EvaluationTable::rounded).toList());
    }

    private static Evaluation.Row rounded(Evaluation.Row row) {
        return new Evaluation.Row(
                row.condition(),
                row.method(),
                Json.rounded(row.psnr()),
                Json.rounded(row.ssim()),
                Json.rounded(row.psnrBefore()),
                Json.rounded(row.megapixelsPerSecond()));
    }
}
