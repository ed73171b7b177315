package io.unveil.evaluation;

import io.unveil.anomaly.Auroc;
import io.unveil.anomaly.NormalScores;
import io.unveil.anomaly.PixelRanking;
import io.unveil.data.InspectionSet;
import io.unveil.image.Mask;
import io.unveil.image.Size;
import io.unveil.model.ScoringMethod;
import io.unveil.pipeline.score.InspectionResult;
import io.unveil.pipeline.score.ScoreOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The results of one scoring on the pictures of a set: their scores, and the ranking of their pixels. Pictures and maps
 * are not kept in memory.
 */
final class Trial {
    private final ScoringMethod scoring;
    private final Optional<NormalScores> normal;
    private final List<Judged> judged = new ArrayList<>();
    private final Map<String, PixelRanking> pixels = new LinkedHashMap<>(); // by class
    private double megapixels;
    private double seconds;

    /** A picture of the set and its score, in the scoring's own unit. */
    record Judged(InspectionSet.Item item, double score) {}

    /** @param normal scores of normal pictures; empty where the scoring is not calibrated */
    Trial(ScoringMethod scoring, Optional<NormalScores> normal) {
        this.scoring = scoring;
        this.normal = normal;
    }

    /** Adds the result for a picture, with its size and the time in nanoseconds. */
    void add(InspectionSet.Item item, Size size, InspectionResult found, long nanoseconds) {
        judged.add(new Judged(item, found.score()));
        megapixels += size.pixels() / 1e6;
        seconds += nanoseconds / 1e9;
        PixelRanking ranking = pixels.computeIfAbsent(item.kind(), kind -> new PixelRanking());
        if (item.isGood() || item.defect().isPresent()) { // without a mask nobody knows which pixels are anomalous
            ranking.add(found.map().enlarged(size), item.defect().orElseGet(() -> Mask.of(size, (x, y) -> false)));
        }
    }

    ScoringMethod scoring() {
        return scoring;
    }

    List<Judged> judged() {
        return List.copyOf(judged);
    }

    /** Scores of some of the pictures, in their order. */
    double[] scores(Predicate<InspectionSet.Item> which) {
        return judged.stream()
                .filter(one -> which.test(one.item()))
                .mapToDouble(Judged::score)
                .toArray();
    }

    /** Classes of anomalies, in the set's order. */
    List<String> kinds() {
        return judged.stream()
                .map(Judged::item)
                .filter(item -> !item.isGood())
                .map(InspectionSet.Item::kind)
                .distinct()
                .toList();
    }

    /**
     * The usual threshold: a picture that reaches it counts as anomalous. Empty where the scoring is not calibrated.
     */
    Optional<Double> limit() {
        return normal.map(scores -> scores.quantile(ScoreOptions.USUAL));
    }

    /** All pictures. */
    Evaluation.Row whole() {
        Map<Metric, Double> figures = figures(item -> true);
        figures.put(Metric.FALSE_ALARMS, reaching(InspectionSet.Item::isGood));
        figures.put(Metric.MILLISECONDS_PER_IMAGE, 1000 * seconds / judged.size());
        figures.put(Metric.MEGAPIXELS_PER_SECOND, megapixels / seconds);
        return new Evaluation.Row("scoring=" + scoring.word(), "model", figures);
    }

    /** Each class of anomalies beside all good pictures. */
    List<Evaluation.Row> byClass() {
        return kinds().stream()
                .map(kind -> new Evaluation.Row(
                        "class=" + kind,
                        scoring.word(),
                        figures(item -> item.isGood() || item.kind().equals(kind))))
                .toList();
    }

    private Map<Metric, Double> figures(Predicate<InspectionSet.Item> which) {
        Predicate<InspectionSet.Item> good = InspectionSet.Item::isGood;
        PixelRanking ranking = new PixelRanking();
        judged.stream()
                .map(Judged::item)
                .filter(which)
                .map(InspectionSet.Item::kind)
                .distinct()
                .forEach(kind -> ranking.add(pixels.getOrDefault(kind, new PixelRanking())));
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        figures.put(Metric.IMAGE_AUROC, Auroc.of(scores(good), scores(which.and(good.negate()))));
        figures.put(Metric.PIXEL_AUROC, ranking.auroc());
        figures.put(Metric.AUPRO, ranking.aupro());
        figures.put(Metric.FOUND, reaching(which.and(good.negate())));
        return figures;
    }

    /** The share of some pictures that reaches the usual threshold; NaN where the scoring is not calibrated. */
    private double reaching(Predicate<InspectionSet.Item> which) {
        return normal.map(scores -> Arrays.stream(scores(which))
                        .map(score -> scores.share(score) >= ScoreOptions.USUAL ? 1 : 0)
                        .average()
                        .orElse(Double.NaN))
                .orElse(Double.NaN);
    }
}
