package io.unveil.cli;

import io.unveil.evaluation.Evaluation;
import io.unveil.evaluation.Metric;
import io.unveil.model.Task;
import io.unveil.training.LessonEvaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The evaluation of a lesson in the form of all evaluations: one row for the baseline without the model, one for the
 * model.
 */
final class LessonTable {
    private LessonTable() {}

    static Evaluation evaluation(String model, LessonEvaluation.Result result) {
        List<Evaluation.Row> rows = new ArrayList<>();
        for (LessonEvaluation.Row row : result.rows()) {
            rows.add(row(result, row.condition(), "without", row.before(), row.squaredErrorBefore()));
            rows.add(row(result, row.condition(), "model", row.after(), row.squaredErrorAfter()));
        }
        Task task = switch (result.measure()) {
            case PSNR -> Task.AUTOENCODE;
            case AUROC, LOG_LIKELIHOOD -> Task.ANOMALY;
            case SQUARED_ERROR -> Task.REGRESS;
        };
        return new Evaluation(Optional.of(model), task, result.data(), result.examples(), rows);
    }

    private static Evaluation.Row row(
            LessonEvaluation.Result result, String condition, String method, double score, double squaredError) {
        return new Evaluation.Row(
                condition,
                method,
                switch (result.measure()) {
                    case PSNR -> Map.of(Metric.PSNR, score, Metric.MSE, squaredError);
                    case AUROC -> Map.of(Metric.PIXEL_AUROC, score);
                    case LOG_LIKELIHOOD -> Map.of(Metric.LOG_LIKELIHOOD, score);
                    case SQUARED_ERROR -> Map.of(Metric.MSE, squaredError);
                });
    }
}
