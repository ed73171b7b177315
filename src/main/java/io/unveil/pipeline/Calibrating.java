package io.unveil.pipeline;

import io.unveil.anomaly.NormalScores;
import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.inference.Refused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * The scorings that must be calibrated with the same pictures as this one, itself among them: the parts of a sum, and the sum of parts.
     */
    public static List<String> together(String name) {
        ScoringMethod method = ScoringMethod.of(name);
        List<ScoringMethod> sum = List.of(ScoringMethod.TRANSFORMS, ScoringMethod.NEIGHBOURS, ScoringMethod.WHOLE);
        return sum.contains(method) ? sum.stream().map(ScoringMethod::word).toList() : List.of(name);
    }

    /**
     * Scores pictures that are known to be normal, and that the model has not learnt from; throws {@link Refused} as {@link Scoring} does. A scoring that
     * adds up others is measured by what these come to on the same pictures, whatever the model was calibrated with before: so the order in which a
     * model's scorings are measured is free.
     */
    public Measured measure(String model, String name, int pictures, IntFunction<Picture> normal, Progress progress) {
        if (name.equals(ScoringMethod.WHOLE.word())) {
            return measureWhole(model, pictures, normal, progress);
        }
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

    private Measured measureWhole(String model, int pictures, IntFunction<Picture> normal, Progress progress) {
        double[] transforms = new double[pictures];
        double[] neighbours = new double[pictures];
        double[] peaks = new double[pictures];
        for (int i = 0; i < pictures; i++) {
            Map<String, Inspected> found = scoring.inspectAll(normal.apply(i), model, Deadline.none());
            transforms[i] = of(found, ScoringMethod.TRANSFORMS).score();
            neighbours[i] = of(found, ScoringMethod.NEIGHBOURS).score();
            peaks[i] = of(found, ScoringMethod.NEIGHBOURS).map().peak();
            progress.pictureDone(i + 1, pictures);
        }
        WholeScore whole = new WholeScore(new NormalScores(transforms), new NormalScores(neighbours));
        double[] scores = new double[pictures];
        for (int i = 0; i < pictures; i++) {
            scores[i] = whole.of(transforms[i], neighbours[i]);
        }
        return new Measured(scores, peaks);
    }

    private static Inspected of(Map<String, Inspected> found, ScoringMethod part) {
        return Objects.requireNonNull(found.get(part.word()));
    }
}
