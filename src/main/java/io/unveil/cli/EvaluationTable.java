package io.unveil.cli;

import io.unveil.evaluation.Evaluation;
import io.unveil.evaluation.Protocol;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** An evaluation for people. */
final class EvaluationTable {
    private EvaluationTable() {}

    static String ofDenoising(Evaluation evaluation, Protocol protocol) {
        String head = "%s on %s, %d pictures, noise %s, sigma %s, seed %d"
                .formatted(
                        protocol.model(),
                        evaluation.data(),
                        evaluation.images(),
                        protocol.input() == Protocol.Input.FLOAT ? "unclipped" : "clipped and rounded to 8 bits",
                        protocol.blind() ? "estimated" : "told",
                        protocol.seed());
        return head
                + lines(
                        evaluation,
                        List.of("noisy dB", "psnr dB", "ssim", "MP/s"),
                        row -> List.of(
                                decimals(2, row.psnrBefore()),
                                decimals(3, Optional.of(row.psnr())),
                                decimals(4, row.ssim()),
                                decimals(2, Optional.of(row.megapixelsPerSecond()))));
    }

    static String ofFilling(Evaluation evaluation) {
        String head = "%s on %s, %d pictures, under the mask alone"
                .formatted(evaluation.model().orElse("no model named"), evaluation.data(), evaluation.images());
        return head
                + lines(
                        evaluation,
                        List.of("psnr dB", "gradients", "MP/s"),
                        row -> List.of(
                                decimals(3, Optional.of(row.psnr())),
                                decimals(3, row.gradientRatio()),
                                decimals(2, Optional.of(row.megapixelsPerSecond()))));
    }

    private static String lines(
            Evaluation evaluation, List<String> columns, Function<Evaluation.Row, List<String>> figures) {
        StringBuilder table = new StringBuilder(line("condition", "method", columns));
        for (Evaluation.Row row : evaluation.rows()) {
            table.append(line(row.condition(), row.method(), figures.apply(row)));
        }
        return table.toString();
    }

    private static String line(String condition, String method, List<String> cells) {
        StringBuilder line = new StringBuilder(String.format("%n%-20s %-13s", condition, method));
        cells.forEach(cell -> line.append(String.format(" %10s", cell)));
        return line.toString();
    }

    private static String decimals(int places, Optional<Double> figure) {
        return figure.map(value -> String.format(Locale.ROOT, "%." + places + "f", value))
                .orElse("-");
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
                row.ssim().map(Json::rounded),
                row.psnrBefore().map(Json::rounded),
                row.gradientRatio().map(Json::rounded),
                Json.rounded(row.megapixelsPerSecond()));
    }
}
