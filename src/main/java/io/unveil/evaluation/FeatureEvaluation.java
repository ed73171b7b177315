package io.unveil.evaluation;

import io.unveil.data.Dataset;
import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.model.Task;
import io.unveil.pipeline.code.Coding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Latent codes as features: the accuracy of a linear probe, {@link LogisticRegression}, for classes that the
 * autoencoder never saw. The probe learns on the training part and is measured on the test part; beside it stands the
 * same probe on the pixels.
 */
public final class FeatureEvaluation {
    private static final long SEED = 1;

    private final CodedSet set;
    private final int[] training;
    private final int[] test;
    private final Evaluation.Progress progress;
    private int done;

    private FeatureEvaluation(CodedSet set, Evaluation.Progress progress) {
        this.set = set;
        this.training = CodedSet.classes(set.training());
        this.test = CodedSet.classes(set.test());
        this.progress = progress;
    }

    /**
     * Measures; throws {@link io.unveil.data.UnusableData} without classes, {@link io.unveil.inference.RefusedRequest}
     * as {@link Coding} does.
     */
    public static Evaluation run(Models models, String model, CodedSet set, Evaluation.Progress progress) {
        Coding coding = new Coding(models);
        FeatureEvaluation evaluation = new FeatureEvaluation(set, progress);
        Evaluation.Row codes = evaluation.row(
                "model",
                picture -> coding.encode(picture, Optional.of(model), Deadline.none())
                        .code()
                        .values());
        Evaluation.Row pixels =
                evaluation.row("pixels", picture -> picture.pixels().values());
        return new Evaluation(
                Optional.of(model),
                Task.AUTOENCODE,
                set.test().name(),
                set.test().count(),
                List.of(codes, pixels));
    }

    private Evaluation.Row row(String method, Function<Picture, float[]> features) {
        float[][] known = features(set.training(), features);
        int classes = Math.max(
                        Arrays.stream(training).max().orElseThrow(),
                        Arrays.stream(test).max().orElseThrow())
                + 1;
        LogisticRegression probe = LogisticRegression.fit(known, training, classes, SEED);
        double accuracy = probe.accuracy(features(set.test(), features), test);
        return new Evaluation.Row("features=" + known[0].length, method, Map.of(Metric.ACCURACY, accuracy));
    }

    private float[][] features(Dataset part, Function<Picture, float[]> features) {
        float[][] all = new float[part.count()][];
        for (int i = 0; i < all.length; i++) {
            all[i] = features.apply(CodedSet.picture(part, i));
            progress.pictureDone(++done, 2 * (training.length + test.length));
        }
        return all;
    }
}
