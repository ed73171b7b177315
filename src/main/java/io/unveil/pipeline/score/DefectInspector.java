package io.unveil.pipeline.score;

import io.unveil.anomaly.AnomalyMap;
import io.unveil.anomaly.ReconstructionError;
import io.unveil.image.Pixels;
import io.unveil.image.Turn;
import io.unveil.inference.Deadline;
import io.unveil.inference.Model;
import io.unveil.model.Defects;
import io.unveil.model.ScoringMethod;
import io.unveil.pipeline.FittedPicture;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for defects with a network that was trained on synthetic ones. It reads the standardised picture four times,
 * mirrored along neither, either and both axes. The map is the mean of its answers; {@link ScoringMethod#AGREEMENT}
 * ranks pictures by {@link AnomalyMap#ofAgreement}.
 */
record DefectInspector(Model model) implements Inspector {
    private static final List<Turn> MIRRORED = Turn.ALL.subList(0, 4);

    @Override
    public boolean repairs() {
        return convention().answer().repairs();
    }

    @Override
    public List<String> steps() {
        return List.of("standardise");
    }

    @Override
    public Map<ScoringMethod, InspectionResult> inspect(
            FittedPicture fitting, List<ScoringMethod> scorings, Deadline deadline) {
        StandardisedPicture picture = StandardisedPicture.of(fitting, model);
        List<SinglePass> passes = answers(picture.planes(), deadline);
        Optional<Pixels> repaired = convention().repaired(picture.planes(), mean(passes));
        Duration queue = passes.stream().map(SinglePass::queue).reduce(Duration.ZERO, Duration::plus);
        Map<ScoringMethod, InspectionResult> all = new LinkedHashMap<>();
        for (ScoringMethod scoring : scorings) {
            Maps maps = error(scoring)
                    .map(error -> Maps.of(error.between(picture.standardised(), repaired.orElseThrow())))
                    .orElseGet(() -> Maps.of(odds(passes), scoring));
            all.put(
                    scoring,
                    new InspectionResult(
                            maps.ranked().score(),
                            maps.shown(),
                            repaired.map(picture::undo),
                            picture.standardised().size(),
                            queue));
        }
        return all;
    }

    /**
     * @param ranked gives the score of the picture
     * @param shown gives its places
     */
    private record Maps(AnomalyMap ranked, AnomalyMap shown) {
        static Maps of(Pixels error) {
            AnomalyMap map = AnomalyMap.of(error);
            return new Maps(map, map);
        }

        static Maps of(List<Pixels> odds, ScoringMethod scoring) {
            AnomalyMap mean = AnomalyMap.ofMean(odds);
            return new Maps(scoring == ScoringMethod.AGREEMENT ? AnomalyMap.ofAgreement(odds) : mean, mean);
        }
    }

    private List<Pixels> odds(List<SinglePass> passes) {
        return passes.stream()
                .map(pass -> convention().odds(pass.planes()).orElseThrow())
                .toList();
    }

    private Defects convention() {
        return model.card().convention(Defects.class);
    }

    /** What the network answers for each mirror image, mirrored back. */
    private List<SinglePass> answers(Pixels planes, Deadline deadline) {
        return MIRRORED.stream()
                .map(turn -> {
                    SinglePass pass = SinglePass.of(model, turn.apply(planes), deadline);
                    return new SinglePass(turn.undo(pass.planes()), pass.queue());
                })
                .toList();
    }

    private static Pixels mean(List<SinglePass> passes) {
        Pixels first = passes.get(0).planes();
        float[] mean = new float[first.values().length];
        for (SinglePass pass : passes) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += pass.planes().values()[i] / passes.size();
            }
        }
        return new Pixels(first.width(), first.height(), first.channels(), mean);
    }

    /** What a scoring compares; empty where it reads the odds of a defect. */
    private static Optional<ReconstructionError> error(ScoringMethod scoring) {
        return switch (scoring) {
            case SQUARED_ERROR -> Optional.of(ReconstructionError.SQUARED_ERROR);
            case SSIM -> Optional.of(ReconstructionError.SSIM);
            case GRADIENT -> Optional.of(ReconstructionError.GRADIENT);
            case SEGMENTATION, AGREEMENT, REPAIR -> Optional.empty();
            case INPAINTING, TRANSFORMS, NEIGHBOURS, WHOLE ->
                throw new IllegalArgumentException(
                        "%s is not for models that mark or repair".formatted(scoring.word()));
        };
    }
}
