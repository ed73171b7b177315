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
 * mirrored along neither, either and both axes; the result is the mean of its answers.
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
        SinglePass answered = answer(picture.planes(), deadline);
        Optional<Pixels> repaired = convention().repaired(picture.planes(), answered.planes());
        Map<ScoringMethod, InspectionResult> all = new LinkedHashMap<>();
        for (ScoringMethod scoring : scorings) {
            Pixels raw = error(scoring)
                    .map(error -> error.between(picture.standardised(), repaired.orElseThrow()))
                    .orElseGet(() -> convention().odds(answered.planes()).orElseThrow());
            AnomalyMap map = AnomalyMap.of(raw);
            all.put(
                    scoring,
                    new InspectionResult(
                            map.score(),
                            map,
                            repaired.map(picture::undo),
                            picture.standardised().size(),
                            answered.queue()));
        }
        return all;
    }

    private Defects convention() {
        return model.card().convention(Defects.class);
    }

    private SinglePass answer(Pixels planes, Deadline deadline) {
        Duration queue = Duration.ZERO;
        Optional<Pixels> sum = Optional.empty();
        for (Turn turn : MIRRORED) {
            SinglePass pass = SinglePass.of(model, turn.apply(planes), deadline);
            Pixels answer = turn.undo(pass.planes());
            sum = Optional.of(sum.map(before -> sum(before, answer)).orElse(answer));
            queue = queue.plus(pass.queue());
        }
        float[] mean = sum.orElseThrow().values();
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= MIRRORED.size();
        }
        return new SinglePass(sum.orElseThrow(), queue);
    }

    /** What a scoring compares; empty where it reads the odds of a defect. */
    private static Optional<ReconstructionError> error(ScoringMethod scoring) {
        return switch (scoring) {
            case SQUARED_ERROR -> Optional.of(ReconstructionError.SQUARED_ERROR);
            case SSIM -> Optional.of(ReconstructionError.SSIM);
            case GRADIENT -> Optional.of(ReconstructionError.GRADIENT);
            case SEGMENTATION, REPAIR -> Optional.empty();
            case INPAINTING, TRANSFORMS, NEIGHBOURS, WHOLE ->
                throw new IllegalArgumentException(
                        "%s is not for models that mark or repair".formatted(scoring.word()));
        };
    }

    private static Pixels sum(Pixels one, Pixels other) {
        float[] values = one.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += other.values()[i];
        }
        return new Pixels(one.width(), one.height(), one.channels(), values);
    }
}
