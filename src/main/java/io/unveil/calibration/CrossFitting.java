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
 * give them; each has learnt from every other picture. A network with a shorter training has another scale, so its
 * score s of an unseen picture is mapped to the model's scale, s' = m + (s - a) d / b. Here a and b are mean and
 * standard deviation of the network's scores on the pictures that both have learnt from, m and d those of the model's.
 *
 * @param model scores by the model, of all pictures
 * @param even scores of all pictures by the network that has learnt from pictures number 0, 2, 4, ...
 * @param odd scores of all pictures by the other network
 */
public record CrossFitting(double[] model, double[] even, double[] odd) {
    /** For each picture the score by the network that has not learnt from it, on the model's scale. */
    double[] unseen() {
        double[] unseen = new double[model.length];
        for (int parity = 0; parity < 2; parity++) {
            double[] network = parity == 0 ? even : odd;
            double[] learnt = half(network, parity);
            double[] same = half(model, parity);
            double stretch = spread(learnt) == 0 ? 1 : spread(same) / spread(learnt);
            for (int i = 1 - parity; i < unseen.length; i += 2) {
                unseen[i] = mean(same) + (network[i] - mean(learnt)) * stretch;
            }
        }
        return unseen;
    }

    private static double[] half(double[] numbers, int parity) {
        return IntStream.range(0, numbers.length)
                .filter(i -> i % 2 == parity)
                .mapToDouble(i -> numbers[i])
                .toArray();
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

    /** For all scorings, both scores and peaks. */
    public static Map<ScoringMethod, Calibrating.Measured> of(
            Map<ScoringMethod, Calibrating.Measured> model,
            Map<ScoringMethod, Calibrating.Measured> even,
            Map<ScoringMethod, Calibrating.Measured> odd) {
        Map<ScoringMethod, Calibrating.Measured> unseen = new LinkedHashMap<>();
        model.forEach((scoring, ours) -> unseen.put(
                scoring,
                of(ours, Objects.requireNonNull(even.get(scoring)), Objects.requireNonNull(odd.get(scoring)))));
        return unseen;
    }

    private static Calibrating.Measured of(
            Calibrating.Measured model, Calibrating.Measured even, Calibrating.Measured odd) {
        return new Calibrating.Measured(
                new CrossFitting(model.scores(), even.scores(), odd.scores()).unseen(),
                new CrossFitting(model.peaks(), even.peaks(), odd.peaks()).unseen());
    }
}
