package io.unveil.pipeline.score;

import io.unveil.anomaly.AnomalyMap;
import io.unveil.anomaly.NormalNeighbours;
import io.unveil.image.Pixels;
import io.unveil.image.Turn;
import io.unveil.inference.Deadline;
import io.unveil.inference.Inspection;
import io.unveil.inference.Model;
import io.unveil.inference.RefusedRequest;
import io.unveil.model.ScoringMethod;
import io.unveil.model.TurnOdds;
import io.unveil.pipeline.FittedPicture;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores whether a picture shows the thing that a model knows: by the network's certainty about the picture's turn, and
 * by the distance from the nearest normal pictures. The map is the squared difference from their mean; the
 * reconstruction is the nearest of them.
 *
 * @param inspection with the calibrations that put both on one scale
 */
record WholeInspector(Model model, Inspection inspection) implements Inspector {
    @Override
    public boolean repairs() {
        return true;
    }

    @Override
    public List<String> steps() {
        return List.of();
    }

    @Override
    public Map<ScoringMethod, InspectionResult> inspect(
            FittedPicture fitting, List<ScoringMethod> scorings, Deadline deadline) {
        Pixels planes = fitting.planes(fitting.source().pixels());
        NormalNeighbours.Found found = normal().of(planes);
        AnomalyMap map = AnomalyMap.ofDifference(planes, found.mean());
        boolean turns = scorings.stream().anyMatch(one -> one != ScoringMethod.NEIGHBOURS);
        Surprise surprise = turns ? surprise(planes, deadline) : new Surprise(0, Duration.ZERO);
        Map<ScoringMethod, InspectionResult> all = new LinkedHashMap<>();
        for (ScoringMethod one : scorings) {
            double score = switch (one) {
                case TRANSFORMS -> surprise.score();
                case NEIGHBOURS -> found.distance();
                case WHOLE -> whole().of(surprise.score(), found.distance());
                case SEGMENTATION, AGREEMENT, REPAIR, SQUARED_ERROR, SSIM, GRADIENT, INPAINTING ->
                    throw new IllegalArgumentException("%s is for models that mark or repair".formatted(one.word()));
            };
            all.put(
                    one,
                    new InspectionResult(score, map, Optional.of(found.nearest()), planes.size(), surprise.queue()));
        }
        return all;
    }

    private NormalNeighbours normal() {
        return model.normal()
                .orElseThrow(() -> new RefusedRequest(
                        RefusedRequest.Reason.MODEL_UNAVAILABLE,
                        "model '%s' stores no normal pictures to compare with".formatted(model.name())));
    }

    private WholeScore whole() {
        return WholeScore.of(inspection)
                .orElseThrow(() -> new RefusedRequest(
                        RefusedRequest.Reason.MODEL_UNAVAILABLE,
                        "scoring 'whole' of model '%1$s' sums 'transforms' and 'neighbours' on the scale of normal pictures, and these were never calibrated: calibrate --model %1$s --data DIR, or request one of the two"
                                .formatted(model.name())));
    }

    /** @param score {@link ScoringMethod#TRANSFORMS} */
    private record Surprise(double score, Duration queue) {}

    private Surprise surprise(Pixels planes, Deadline deadline) {
        TurnOdds convention = model.card().convention(TurnOdds.class);
        Model.Answers answers = model.answers(
                Turn.ALL.stream().map(turn -> convention.planes(planes, turn)).toList(), deadline);
        double sum = 0;
        for (Turn turn : Turn.ALL) {
            sum -= convention.answer(answers.all().get(turn.index()), turn);
        }
        return new Surprise(sum / Turn.ALL.size(), answers.queue());
    }
}
