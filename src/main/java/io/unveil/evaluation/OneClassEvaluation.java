package io.unveil.evaluation;

import io.unveil.anomaly.Auroc;
import io.unveil.data.Dataset;
import io.unveil.data.UnusableData;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Source;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.model.ScoringMethod;
import io.unveil.model.Task;
import io.unveil.pipeline.code.Reconstructing;
import io.unveil.pipeline.score.Scoring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The reconstruction error as a score of anomaly: an autoencoder that has seen only one class should reconstruct that
 * class better than others. The score of a picture is the mean squared error of its reconstruction. The figure is the
 * {@link Auroc} of the normal class against each other class and against all; beside it stands that of the distance to
 * the mean picture of the normal class, which needs no network. A model that scores anomalies is measured by each of
 * its own scorings instead.
 */
public final class OneClassEvaluation {
    private final Dataset test;
    private final int normal;
    private final int[] classes;
    private final Evaluation.Progress progress;
    private int done;

    private OneClassEvaluation(Dataset test, int normal, Evaluation.Progress progress) {
        this.test = test;
        this.normal = normal;
        this.classes = CodedSet.classes(test);
        this.progress = progress;
    }

    /**
     * Measures a model that was trained on one class.
     *
     * @param normal the number of that class
     * @throws UnusableData where there are no classes, or none of this number
     */
    public static Evaluation run(Models models, String model, int normal, CodedSet set, Evaluation.Progress progress) {
        Dataset usual = set.training().ofClass(normal);
        OneClassEvaluation evaluation = new OneClassEvaluation(set.test(), normal, progress);
        Reconstructing reconstructing = new Reconstructing(models);
        List<Evaluation.Row> rows = new ArrayList<>();
        rows.addAll(evaluation.rows(
                "class=all",
                "model",
                picture -> reconstructing
                        .reconstruct(picture, Optional.of(model), Optional.empty())
                        .error()
                        .mse()));
        Pixels mean = mean(usual);
        rows.addAll(evaluation.rows("class=all", "mean", picture -> meanSquare(picture, mean)));
        return new Evaluation(
                Optional.of(model),
                Task.AUTOENCODE,
                set.test().name(),
                set.test().count(),
                rows);
    }

    /**
     * Measures a model that scores anomalies, and for which one class is normal, by each of its scorings.
     *
     * @param normal the number of that class
     * @param test pictures with classes that it has not learnt from
     * @throws UnusableData where there are no classes, none of this number or no other
     */
    public static Evaluation ofScorings(
            Models models, String model, int normal, Dataset test, Evaluation.Progress progress) {
        test.ofClass(normal);
        test.without(normal);
        OneClassEvaluation evaluation = new OneClassEvaluation(test, normal, progress);
        Scoring scoring = new Scoring(models);
        Map<ScoringMethod, double[]> scores = new LinkedHashMap<>();
        for (int i = 0; i < test.count(); i++) {
            int picture = i;
            scoring.inspectAll(CodedSet.picture(test, i), model, Deadline.none())
                    .forEach((method, found) ->
                            scores.computeIfAbsent(method, first -> new double[test.count()])[picture] = found.score());
            progress.pictureDone(i + 1, test.count());
        }
        List<Evaluation.Row> rows = new ArrayList<>();
        scores.forEach((method, all) -> rows.addAll(evaluation.rows("scoring=" + method.word(), method.word(), all)));
        return new Evaluation(Optional.of(model), Task.ANOMALY, test.name(), test.count(), rows);
    }

    private List<Evaluation.Row> rows(String total, String method, ToDoubleFunction<Picture> score) {
        double[] scores = new double[classes.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score.applyAsDouble(CodedSet.picture(test, i));
            progress.pictureDone(++done, 2 * scores.length);
        }
        return rows(total, method, scores);
    }

    private List<Evaluation.Row> rows(String total, String method, double[] scores) {
        double[] usual = of(scores, i -> classes[i] == normal);
        List<Evaluation.Row> rows = new ArrayList<>();
        IntStream.of(classes)
                .distinct()
                .sorted()
                .filter(other -> other != normal)
                .forEach(other -> rows.add(row("class=" + other, method, usual, of(scores, i -> classes[i] == other))));
        rows.add(row(total, method, usual, of(scores, i -> classes[i] != normal)));
        return rows;
    }

    private static double[] of(double[] scores, IntPredicate which) {
        return IntStream.range(0, scores.length)
                .filter(which)
                .mapToDouble(i -> scores[i])
                .toArray();
    }

    private static Evaluation.Row row(String condition, String method, double[] usual, double[] others) {
        return new Evaluation.Row(condition, method, Map.of(Metric.IMAGE_AUROC, Auroc.of(usual, others)));
    }

    /** Pixel by pixel; throws {@link UnusableData} for pictures of several sizes. */
    private static Pixels mean(Dataset pictures) {
        if (pictures.sizes().size() > 1) {
            throw new UnusableData("%s has pictures of several sizes, which have no mean".formatted(pictures.name()));
        }
        Pixels first = pictures.example(0).pixels();
        float[] mean = new float[first.values().length];
        for (int i = 0; i < pictures.count(); i++) {
            float[] values = pictures.example(i).pixels().values();
            for (int j = 0; j < mean.length; j++) {
                mean[j] += values[j] / pictures.count();
            }
        }
        return new Pixels(first.width(), first.height(), first.channels(), mean);
    }

    private static double meanSquare(Source picture, Pixels mean) {
        float[] values = picture.pixels().values();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double error = values[i] - mean.values()[i];
            sum += error * error;
        }
        return sum / values.length;
    }
}
