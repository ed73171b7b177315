package io.unveil.pipeline.score;

import io.unveil.anomaly.AnomalyMap;
import io.unveil.anomaly.NormalNeighbours;
import io.unveil.image.Pixels;
import io.unveil.image.Turn;
import io.unveil.inference.Deadline;
import io.unveil.inference.Inspection;
import io.unveil.inference.Model;
import io.unveil.inference.RefusedRequest;
import io.unveil.pipeline.FittedPicture;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whether a picture is of the thing that a model knows: by how sure its network is of the turn that the picture has gone through, and by its distance
 * from the nearest normal pictures. The map is the squared difference to the mean of these; what the picture should be is the nearest of them.
 *
 * @param inspection whose calibrations put both on one scale
 */
record WholeInspector(Model model, Inspection inspection) implements Inspector {
    /** What the manifest calls such an answer. */
    static final String ANSWER = "turn";

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
                case SEGMENTATION, REPAIR, SQUARED_ERROR, SSIM, GRADIENT, INPAINTING ->
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
                        "model '%s' keeps no normal pictures to compare with".formatted(model.name())));
    }

    private WholeScore whole() {
        return WholeScore.of(inspection)
                .orElseThrow(() -> new RefusedRequest(
                        RefusedRequest.Reason.MODEL_UNAVAILABLE,
                        "scoring 'whole' of model '%1$s' adds up 'transforms' and 'neighbours', each as normal pictures have it, and these were never calibrated: calibrate --model %1$s --data DIR, or ask for one of the two"
                                .formatted(model.name())));
    }

    /** @param score {@link ScoringMethod#TRANSFORMS} */
    private record Surprise(double score, Duration queue) {}

    private Surprise surprise(Pixels planes, Deadline deadline) {
        Model.Answers answers =
                model.answers(Turn.ALL.stream().map(turn -> turn.apply(planes)).toList(), deadline);
        double sum = 0;
        for (Turn turn : Turn.ALL) {
            sum -= answers.all().get(turn.index()).values()[turn.index()];
        }
        return new Surprise(sum / Turn.ALL.size(), answers.queue());
    }
}
