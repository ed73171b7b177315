package io.unveil.cli;

import io.unveil.evaluation.Evaluation;
import io.unveil.evaluation.Metric;
import io.unveil.model.Task;
import io.unveil.training.LessonEvaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An examination in the form of all evaluations: a row for what can be said without the model, and one for the model. */
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
        return new Evaluation(Optional.of(model), task.id(), result.data(), result.examples(), rows);
    }

    private static Evaluation.Row row(
            LessonEvaluation.Result result, String condition, String method, double told, double squaredError) {
        return new Evaluation.Row(
                condition,
                method,
                switch (result.measure()) {
                    case PSNR -> Map.of(Metric.PSNR, told, Metric.MSE, squaredError);
                    case AUROC -> Map.of(Metric.PIXEL_AUROC, told);
                    case LOG_LIKELIHOOD -> Map.of(Metric.LOG_LIKELIHOOD, told);
                    case SQUARED_ERROR -> Map.of(Metric.MSE, squaredError);
                });
    }
}
