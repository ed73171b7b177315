package io.unveil.pipeline.score;

import io.unveil.anomaly.NormalScores;
import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.model.ScoringMethod;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Scores normal pictures for the calibration of a model's scorings. */
public final class Calibrating {
    private final Scoring scoring;

    public Calibrating(Models models) {
        this.scoring = new Scoring(models);
    }

    /**
     * The scores of each picture.
     *
     * @param scores of the pictures, in their order
     * @param peaks the highest places of their maps
     */
    public record Measured(double[] scores, double[] peaks) {
        private static Measured of(int pictures) {
            return new Measured(new double[pictures], new double[pictures]);
        }

        private void put(int picture, InspectionResult found) {
            scores[picture] = found.score();
            peaks[picture] = found.map().peak();
        }
    }

    /** Reports the progress. */
    @FunctionalInterface
    public interface Progress {
        void pictureDone(int done, int all);
    }

    /**
     * The scorings that must be calibrated with the same pictures as this one, itself included: the parts of a sum, and
     * the sum of parts.
     */
    public static List<ScoringMethod> together(ScoringMethod method) {
        List<ScoringMethod> sum = List.of(ScoringMethod.TRANSFORMS, ScoringMethod.NEIGHBOURS, ScoringMethod.WHOLE);
        return sum.contains(method) ? sum : List.of(method);
    }

    /**
     * Scores pictures that are known to be normal, and that the model has not learnt from, by some of its scorings,
     * each picture in one pass; throws {@link RefusedRequest} as {@link Scoring} does. A scoring that sums others is
     * measured with their scores on the same pictures, whatever the model's previous calibration.
     *
     * @return by scoring, in the requested order
     */
    public Map<ScoringMethod, Measured> measure(
            String model, List<ScoringMethod> methods, int pictures, IntFunction<Picture> normal, Progress progress) {
        Map<ScoringMethod, Measured> measured = new EnumMap<>(ScoringMethod.class);
        parts(methods).forEach(part -> measured.put(part, Measured.of(pictures)));
        for (int i = 0; i < pictures; i++) {
            Map<ScoringMethod, InspectionResult> found =
                    scoring.inspect(normal.apply(i), model, List.copyOf(measured.keySet()), Deadline.none());
            for (Map.Entry<ScoringMethod, InspectionResult> one : found.entrySet()) {
                in(measured, one.getKey()).put(i, one.getValue());
            }
            progress.pictureDone(i + 1, pictures);
        }
        return all(methods, measured);
    }

    /**
     * All requested scorings from their {@link #parts}, wherever those were measured.
     *
     * @param measured of each part, the pictures in the same order
     */
    public static Map<ScoringMethod, Measured> all(List<ScoringMethod> methods, Map<ScoringMethod, Measured> measured) {
        Map<ScoringMethod, Measured> all = new LinkedHashMap<>();
        for (ScoringMethod method : methods) {
            all.put(method, method == ScoringMethod.WHOLE ? whole(measured) : in(measured, method));
        }
        return all;
    }

    /** The scorings that must be measured for these; those that sum others are not among them. */
    public static List<ScoringMethod> parts(List<ScoringMethod> methods) {
        return methods.stream().flatMap(Calibrating::parts).distinct().sorted().toList();
    }

    private static Stream<ScoringMethod> parts(ScoringMethod method) {
        return method == ScoringMethod.WHOLE
                ? Stream.of(ScoringMethod.TRANSFORMS, ScoringMethod.NEIGHBOURS)
                : Stream.of(method);
    }

    private static Measured whole(Map<ScoringMethod, Measured> parts) {
        double[] transforms = in(parts, ScoringMethod.TRANSFORMS).scores();
        double[] neighbours = in(parts, ScoringMethod.NEIGHBOURS).scores();
        WholeScore whole = new WholeScore(new NormalScores(transforms), new NormalScores(neighbours));
        double[] scores = new double[transforms.length];
        Arrays.setAll(scores, i -> whole.of(transforms[i], neighbours[i]));
        return new Measured(scores, in(parts, ScoringMethod.NEIGHBOURS).peaks());
    }

    private static Measured in(Map<ScoringMethod, Measured> measured, ScoringMethod method) {
        return Objects.requireNonNull(measured.get(method));
    }
}
