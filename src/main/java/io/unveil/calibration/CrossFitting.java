package io.unveil.calibration;

import io.unveil.model.ScoringMethod;
import io.unveil.pipeline.score.Calibrating;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Cross-fitting: scores of a model's own training pictures as if the model had not learnt from them. Two other networks
 * give them; each has learnt from every other one of these pictures. A network with a shorter training has another
 * scale, so its score s of an unseen picture is mapped to the model's scale, s' = m + (s - a) d / b. Here a and b are
 * mean and standard deviation of the network's scores, m and d those of the model's, on the same pictures: those that
 * none of them has learnt from, or, where there are none, those that both have learnt from.
 *
 * <p>The pictures are in one order: first those held out of all trainings, then those that the model has learnt from.
 *
 * @param heldOut how many are held out of all trainings; the model's own scores are taken for them
 * @param model scores by the model, of all pictures
 * @param even scores of all pictures by the network that has learnt from pictures number 0, 2, 4, ... of the others
 * @param odd scores of all pictures by the network that has learnt from the rest
 */
public record CrossFitting(int heldOut, double[] model, double[] even, double[] odd) {
    /** Fewer pictures do not show on which scale a network scores. */
    private static final int FEWEST_TO_COMPARE = 4;

    /** For each picture the score by a network that has not learnt from it, on the model's scale. */
    double[] unseen() {
        double[] unseen = model.clone();
        for (int parity = 0; parity < 2; parity++) {
            double[] network = parity == 0 ? even : odd;
            int[] common = common(parity);
            double[] theirs = at(network, common);
            double[] ours = at(model, common);
            double stretch = spread(theirs) == 0 ? 1 : spread(ours) / spread(theirs);
            for (int i = heldOut + 1 - parity; i < unseen.length; i += 2) {
                unseen[i] = mean(ours) + (network[i] - mean(theirs)) * stretch;
            }
        }
        return unseen;
    }

    /** The pictures on which a network and the model are compared. */
    private int[] common(int parity) {
        return heldOut >= FEWEST_TO_COMPARE
                ? IntStream.range(0, heldOut).toArray()
                : IntStream.range(heldOut, model.length)
                        .filter(i -> (i - heldOut) % 2 == parity)
                        .toArray();
    }

    private static double[] at(double[] numbers, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> numbers[i]).toArray();
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    private static double spread(double[] numbers) {
        double mean = mean(numbers);
        return Math.sqrt(Arrays.stream(numbers)
                .map(one -> (one - mean) * (one - mean))
                .average()
                .orElseThrow());
    }

    /** For all scorings, both scores and peaks; drawn defects keep the model's scores. */
    public static Map<ScoringMethod, NormalMeasured> of(
            int heldOut,
            Map<ScoringMethod, NormalMeasured> model,
            Map<ScoringMethod, NormalMeasured> even,
            Map<ScoringMethod, NormalMeasured> odd) {
        Map<ScoringMethod, NormalMeasured> unseen = new LinkedHashMap<>();
        model.forEach((scoring, ours) -> unseen.put(
                scoring,
                new NormalMeasured(
                        of(
                                heldOut,
                                ours.normal(),
                                Objects.requireNonNull(even.get(scoring)).normal(),
                                Objects.requireNonNull(odd.get(scoring)).normal()),
                        ours.defects())));
        return unseen;
    }

    private static Calibrating.Measured of(
            int heldOut, Calibrating.Measured model, Calibrating.Measured even, Calibrating.Measured odd) {
        return new Calibrating.Measured(
                new CrossFitting(heldOut, model.scores(), even.scores(), odd.scores()).unseen(),
                new CrossFitting(heldOut, model.peaks(), even.peaks(), odd.peaks()).unseen());
    }
}
