package io.unveil.evaluation;

import io.unveil.anomaly.Auroc;
import io.unveil.data.Dataset;
import io.unveil.data.UnusableData;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Source;
import io.unveil.inference.Models;
import io.unveil.pipeline.Reconstructing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The reconstruction error as a score of anomaly: an autoencoder that has seen one class alone should give back that class better than others. The score
 * of a picture is the mean squared error between it and what comes back; told is the {@link Auroc} of the normal class against each other one and
 * against all, beside that of the distance to the mean picture of the normal class, which needs no network.
 */
public final class OneClassEvaluation {
    private final CodedSet set;
    private final int normal;
    private final int[] classes;
    private final Evaluation.Progress progress;
    private int done;

    private OneClassEvaluation(CodedSet set, int normal, Evaluation.Progress progress) {
        this.set = set;
        this.normal = normal;
        this.classes = CodedSet.classes(set.test());
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
        OneClassEvaluation evaluation = new OneClassEvaluation(set, normal, progress);
        Reconstructing reconstructing = new Reconstructing(models);
        List<Evaluation.Row> rows = new ArrayList<>();
        rows.addAll(evaluation.rows(
                "model",
                picture -> reconstructing
                        .reconstruct(picture, Optional.of(model), Optional.empty())
                        .error()
                        .mse()));
        Pixels mean = mean(usual);
        rows.addAll(evaluation.rows("mean", picture -> meanSquare(picture, mean)));
        return new Evaluation(
                Optional.of(model), "autoencode", set.test().name(), set.test().count(), rows);
    }

    private List<Evaluation.Row> rows(String method, ToDoubleFunction<Picture> score) {
        double[] scores = new double[classes.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score.applyAsDouble(CodedSet.picture(set.test(), i));
            progress.pictureDone(++done, 2 * scores.length);
        }
        double[] usual = of(scores, i -> classes[i] == normal);
        List<Evaluation.Row> rows = new ArrayList<>();
        IntStream.of(classes)
                .distinct()
                .sorted()
                .filter(other -> other != normal)
                .forEach(other -> rows.add(row("class=" + other, method, usual, of(scores, i -> classes[i] == other))));
        rows.add(row("class=all", method, usual, of(scores, i -> classes[i] != normal)));
        return rows;
    }

    private static double[] of(double[] scores, IntPredicate which) {
        return IntStream.range(0, scores.length)
                .filter(which)
                .mapToDouble(i -> scores[i])
                .toArray();
    }

    private static Evaluation.Row row(String condition, String method, double[] usual, double[] others) {
        return new Evaluation.Row(condition, method, Map.of(Measure.IMAGE_AUROC, Auroc.of(usual, others)));
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
