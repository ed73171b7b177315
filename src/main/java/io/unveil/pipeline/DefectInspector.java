package io.unveil.pipeline;

import io.unveil.anomaly.AnomalyMap;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import io.unveil.image.Standardising;
import io.unveil.image.Turn;
import io.unveil.inference.Deadline;
import io.unveil.inference.Model;
import io.unveil.inference.Refused;
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
    /** Of the shorter side: less shows nothing of a texture. */
    private static final int SMALLEST_SIDE = 16;

    private static final List<Turn> MIRRORED = Turn.ALL.subList(0, 4);

    @Override
    public List<String> steps() {
        return List.of("standardise");
    }

    @Override
    public boolean repairs() {
        return !answer.equals("defect");
    }

    @Override
    public Map<ScoringMethod, Inspected> inspect(Fitting fitting, List<ScoringMethod> scorings, Deadline deadline) {
        Map<ScoringMethod, Inspected> all = new LinkedHashMap<>();
        scorings.forEach(one -> all.put(one, inspect(fitting, one, deadline)));
        return all;
    }

    private Inspected inspect(Fitting fitting, ScoringMethod scoring, Deadline deadline) {
        Picture picture = fitting.picture();
        Size taken = taken(picture.size());
        requireSides(picture.size(), taken);
        Pixels read =
                fitting.planes(taken.equals(picture.size()) ? picture.pixels() : Resampling.resized(picture, taken));
        Standardising standardising = Standardising.of(read);
        Pixels standardised = standardising.apply(read);
        Pixels planes = Standardising.inSpreads(standardised);
        Answered answered = answer(planes, deadline);
        Optional<Pixels> repaired = repaired(planes, answered.planes()).map(Standardising::ofSpreads);
        Pixels raw = scoring.error()
                .map(error -> error.between(standardised, repaired.orElseThrow()))
                .orElseGet(() -> plane(answered.planes(), answered.planes().channels() - 1, 1));
        AnomalyMap map = AnomalyMap.of(raw);
        return new Inspected(map.score(), map, repaired.map(standardising::undo), taken, answered.queue());
    }

    /** The size in which the network reads a picture. */
    private Size taken(Size picture) {
        return model.card().area().isPresent()
                ? picture.ofArea((long) Math.pow(model.card().area().getAsInt(), 2))
                : picture;
    }

    private static void requireSides(Size sent, Size taken) {
        if (Math.min(sent.width(), sent.height()) < SMALLEST_SIDE) {
            throw new Refused(
                    Refused.Reason.UNPROCESSABLE_IMAGE,
                    "the picture is %s; to be scored it must have at least %d pixels a side"
                            .formatted(sent, SMALLEST_SIDE));
        }
        if (Math.min(taken.width(), taken.height()) < SMALLEST_SIDE) {
            throw new Refused(
                    Refused.Reason.UNPROCESSABLE_IMAGE,
                    "the picture is %s, which the model would read at %s; at least %d pixels a side must be left, so send it in pieces"
                            .formatted(sent, taken, SMALLEST_SIDE));
        }
    }

    private record Answered(Pixels planes, Duration queue) {}

    private Answered answer(Pixels planes, Deadline deadline) {
        float[] sum = new float[0];
        Duration queue = Duration.ZERO;
        int channels = 0;
        for (Turn turn : MIRRORED) {
            WholePass pass = WholePass.of(model, turn.apply(planes), deadline);
            Pixels answer = turn.undo(pass.planes());
            channels = answer.channels();
            sum = sum.length == 0 ? new float[answer.values().length] : sum;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += answer.values()[i] / MIRRORED.size();
            }
            queue = queue.plus(pass.queue());
        }
        return new Answered(new Pixels(planes.width(), planes.height(), channels, sum), queue);
    }

    private Optional<Pixels> repaired(Pixels planes, Pixels answered) {
        return switch (answer) {
            case "defect" -> Optional.empty();
            case "picture" -> Optional.of(answered);
            case "picture-and-defect" -> Optional.of(plane(answered, 0, planes.channels()));
            case "correction-and-defect" -> Optional.of(sum(planes, plane(answered, 0, planes.channels())));
            default -> Optional.empty();
        };
    }

    /** So many channels from one on. */
    private static Pixels plane(Pixels all, int first, int count) {
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
