package io.unveil.calibration;

import io.unveil.pipeline.score.Calibrating;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What normal pictures come to that a model has learnt from, as if it had not: told by two other networks, each of which has learnt from every other picture. A
 * network that is trained for a shorter time has another scale; so what one of them says of a picture that it has not seen is brought to the model's by what both
 * say of those that both have learnt from, s' = m + (s - a) d / b, where a and b are mean and spread by the network, m and d by the model.
 *
 * @param model by the model, of all pictures
 * @param even by the network that has learnt from pictures number 0, 2, 4, ..., of all pictures
 * @param odd by the other
 */
public record CrossFitting(double[] model, double[] even, double[] odd) {
    /** For each picture what the network makes of it that has not learnt from it, on the model's scale. */
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

    /** Of all scorings, scores and peaks alike. */
    public static Map<String, Calibrating.Measured> of(
            Map<String, Calibrating.Measured> model,
            Map<String, Calibrating.Measured> even,
            Map<String, Calibrating.Measured> odd) {
        Map<String, Calibrating.Measured> unseen = new LinkedHashMap<>();
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
