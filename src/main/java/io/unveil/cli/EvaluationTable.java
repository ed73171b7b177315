package io.unveil.cli;

import io.unveil.evaluation.Evaluation;
import io.unveil.evaluation.Metric;
import io.unveil.evaluation.PairStatistics;
import io.unveil.evaluation.Protocol;
import io.unveil.model.Task;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An evaluation as a table for people. */
final class EvaluationTable {
    /** Characters of the first column, at least. */
    private static final int CONDITION = 20;

    private EvaluationTable() {}

    static String ofDenoising(Evaluation evaluation, Protocol protocol) {
        String head = "%s on %s, %d pictures, noise %s, sigma %s, seed %d"
                .formatted(
                        evaluation.model().orElse("what fits"),
                        evaluation.data(),
                        evaluation.images(),
                        protocol.input() == Protocol.Input.FLOAT ? "unclipped" : "clipped and rounded to 8 bits",
                        protocol.blind() ? "estimated" : "given",
                        protocol.seed());
        return head + lines(evaluation);
    }

    static String ofPairs(Evaluation evaluation) {
        return "%s on %s, %d real pairs"
                        .formatted(evaluation.model().orElse("what fits"), evaluation.data(), evaluation.images())
                + lines(evaluation);
    }

    static String ofStatistics(PairStatistics statistics) {
        StringBuilder table = new StringBuilder(
                "noise of %s, %d pairs%n%-30s".formatted(statistics.data(), statistics.images(), "statistic"));
        Stream.of("mean", "10 %", "median", "90 %").forEach(head -> table.append(" %8s".formatted(head)));
        for (PairStatistics.Row row : statistics.rows()) {
            table.append(String.format("%n%-30s", row.statistic()));
            Stream.of(row.mean(), row.low(), row.median(), row.high())
                    .forEach(figure -> table.append(String.format(Locale.ROOT, " %8.2f", figure)));
        }
        return table.toString();
    }

    static String ofFilling(Evaluation evaluation) {
        String head = "%s on %s, %d pictures, only under the mask"
                .formatted(evaluation.model().orElse("no model named"), evaluation.data(), evaluation.images());
        return head + lines(evaluation);
    }

    static String ofHidden(Evaluation evaluation) {
        return "%s on %s, %d pictures, where they are hidden"
                        .formatted(evaluation.model().orElseThrow(), evaluation.data(), evaluation.images())
                + lines(evaluation);
    }

    static String ofUse(Evaluation evaluation) {
        return "%s on %s, %d pictures"
                        .formatted(evaluation.model().orElseThrow(), evaluation.data(), evaluation.images())
                + lines(evaluation);
    }

    /** A column for each measure that a row has. */
    private static String lines(Evaluation evaluation) {
        List<Metric> measures = Arrays.stream(Metric.values())
                .filter(measure ->
                        evaluation.rows().stream().anyMatch(row -> row.figures().containsKey(measure)))
                .toList();
        int width = evaluation.rows().stream()
                .mapToInt(row -> row.condition().length())
                .reduce(CONDITION, Math::max);
        StringBuilder table = new StringBuilder(
                line(width, "condition", "method", measures.stream().map(EvaluationTable::head)));
        for (Evaluation.Row row : evaluation.rows()) {
            table.append(
                    line(width, row.condition(), row.method(), measures.stream().map(measure -> cell(row, measure))));
        }
        return table.toString();
    }

    private static String line(int width, String condition, String method, Stream<String> cells) {
        StringBuilder line = new StringBuilder(String.format("%n%-" + width + "s %-13s", condition, method));
        cells.forEach(cell -> line.append(String.format(" %10s", cell)));
        return line.toString();
    }

    private static String head(Metric measure) {
        return switch (measure) {
            case PSNR -> "psnr dB";
            case MSE -> "mse";
            case SSIM -> "ssim";
            case PSNR_BEFORE -> "noisy dB";
            case WORST_GAIN -> "worst gain";
            case GRADIENT_RATIO -> "gradients";
            case BYTES_PER_IMAGE -> "bytes";
            case ACCURACY -> "accuracy";
            case LOG_LIKELIHOOD -> "likelihood";
            case IMAGE_AUROC -> "auroc";
            case PIXEL_AUROC -> "pixels";
            case AUPRO -> "aupro";
            case FALSE_ALARMS -> "alarms";
            case FOUND -> "found";
            case MILLISECONDS_PER_IMAGE -> "ms/image";
            case MEGAPIXELS_PER_SECOND -> "MP/s";
        };
    }

    private static String cell(Evaluation.Row row, Metric measure) {
        int places = switch (measure) {
            case PSNR, GRADIENT_RATIO -> 3;
            case MSE, SSIM, ACCURACY, LOG_LIKELIHOOD, IMAGE_AUROC, PIXEL_AUROC, AUPRO, FALSE_ALARMS, FOUND -> 4;
            case PSNR_BEFORE, WORST_GAIN, MEGAPIXELS_PER_SECOND -> 2;
            case BYTES_PER_IMAGE, MILLISECONDS_PER_IMAGE -> 1;
        };
        return row.figures().containsKey(measure)
                ? String.format(Locale.ROOT, "%." + places + "f", row.figure(measure))
                : "-";
    }

    /** For programs: one JSON object, with figures to four decimals in each row. */
    static String json(Evaluation evaluation) {
        return Json.of(new Table(
                evaluation.model(),
                evaluation.task(),
                evaluation.data(),
                evaluation.images(),
                evaluation.rows().stream().map(EvaluationTable::flat).toList()));
    }

    private record Table(Optional<String> model, Task task, String data, int images, List<Map<String, Object>> rows) {}

    private static Map<String, Object> flat(Evaluation.Row row) {
        Map<String, Object> flat = new LinkedHashMap<>();
        flat.put("condition", row.condition());
        flat.put("method", row.method());
        row.figures().forEach((measure, figure) -> flat.put(measure.key(), Json.rounded(figure)));
        return flat;
    }
}
