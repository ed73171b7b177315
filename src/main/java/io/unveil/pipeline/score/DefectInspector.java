package io.unveil.pipeline.score;

import io.unveil.anomaly.AnomalyMap;
import io.unveil.image.Pixels;
import io.unveil.image.Turn;
import io.unveil.inference.Deadline;
import io.unveil.inference.Model;
import io.unveil.pipeline.FittedPicture;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for defects with a network that was taught by drawn ones: it reads the standardised picture four times, mirrored along neither, either and both axes,
 * and the means of its answers count.
 *
 * @param answer what its planes are, as the manifest has it
 */
record DefectInspector(Model model, String answer) implements Inspector {
    private static final List<Turn> MIRRORED = Turn.ALL.subList(0, 4);

    @Override
    public boolean repairs() {
        return !answer.equals("defect");
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
        Optional<Pixels> repaired =
                repaired(picture.planes(), answered.planes()).map(picture::values);
        Map<ScoringMethod, InspectionResult> all = new LinkedHashMap<>();
        for (ScoringMethod scoring : scorings) {
            Pixels raw = scoring.error()
                    .map(error -> error.between(picture.standardised(), repaired.orElseThrow()))
                    .orElseGet(
                            () -> channels(answered.planes(), answered.planes().channels() - 1, 1));
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

    private Optional<Pixels> repaired(Pixels planes, Pixels answered) {
        return switch (answer) {
            case "picture" -> Optional.of(answered);
            case "picture-and-defect" -> Optional.of(channels(answered, 0, planes.channels()));
            case "correction-and-defect" -> Optional.of(sum(planes, channels(answered, 0, planes.channels())));
            default -> Optional.empty();
        };
    }

    /** So many channels from one on. */
    private static Pixels channels(Pixels all, int first, int count) {
        float[] values = new float[all.width() * all.height() * count];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.values()[i / count * all.channels() + first + i % count];
        }
        return new Pixels(all.width(), all.height(), count, values);
    }

    private static Pixels sum(Pixels one, Pixels other) {
        float[] values = one.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += other.values()[i];
        }
        return new Pixels(one.width(), one.height(), one.channels(), values);
    }
}
