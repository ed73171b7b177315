package io.unveil.pipeline;

import io.unveil.anomaly.NormalScores;
import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.inference.Refused;
import java.util.Optional;
import java.util.function.IntFunction;

/** Finds out what normal pictures come to by a model's scoring. */
public final class Calibrating {
    private final Scoring scoring;

    public Calibrating(Models models) {
        this.scoring = new Scoring(models);
    }

    /**
     * What each picture comes to.
     *
     * @param scores of the pictures, in their order
     * @param peaks the highest places of their maps
     */
    public record Measured(double[] scores, double[] peaks) {}

    /** Sees how far it is. */
    @FunctionalInterface
    public interface Progress {
        void pictureDone(int done, int all);
    }

    /**
     * Scores pictures that are known to be normal, and that the model has not learnt from; throws {@link Refused} as {@link Scoring} does. A scoring that
     * adds up others is measured by what these come to on the same pictures, whatever the model was calibrated with before: so the order in which a
     * model's scorings are measured is free.
     */
    public Measured measure(String model, String name, int pictures, IntFunction<Picture> normal, Progress progress) {
        if (!name.equals(ScoringMethod.WHOLE.word())) {
            return measureOne(model, name, pictures, normal, progress);
        }
        int[] before = {0};
        Progress both = (done, all) -> progress.pictureDone(before[0] + done, 2 * pictures);
        Measured transforms = measureOne(model, ScoringMethod.TRANSFORMS.word(), pictures, normal, both);
        before[0] = pictures;
        Measured neighbours = measureOne(model, ScoringMethod.NEIGHBOURS.word(), pictures, normal, both);
        WholeScore whole = new WholeScore(new NormalScores(transforms.scores()), new NormalScores(neighbours.scores()));
        double[] scores = new double[pictures];
        for (int i = 0; i < pictures; i++) {
            scores[i] = whole.of(transforms.scores()[i], neighbours.scores()[i]);
        }
        return new Measured(scores, neighbours.peaks());
    }

    private Measured measureOne(
            String model, String name, int pictures, IntFunction<Picture> normal, Progress progress) {
        double[] scores = new double[pictures];
        double[] peaks = new double[pictures];
        for (int i = 0; i < pictures; i++) {
            Inspected found = scoring.inspect(normal.apply(i), model, Optional.of(name), Deadline.none());
            scores[i] = found.score();
            peaks[i] = found.map().peak();
            progress.pictureDone(i + 1, pictures);
        }
        return new Measured(scores, peaks);
    }
}
