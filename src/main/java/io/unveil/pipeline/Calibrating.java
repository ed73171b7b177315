package io.unveil.pipeline;

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

    /** Scores pictures that are known to be normal, and that the model has not learnt from; throws {@link Refused} as {@link Scoring} does. */
    public Measured measure(String model, String name, int pictures, IntFunction<Picture> normal, Progress progress) {
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
