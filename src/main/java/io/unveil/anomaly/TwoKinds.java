package io.unveil.anomaly;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether pictures look, on the whole, like two kinds: their {@link Appearance}, each number in units of its tolerance,
 * falls into two groups far apart along the direction in which it varies most ({@link Bimodality}).
 *
 * @param fewer the indices of the smaller group; none where there is one kind
 */
public record TwoKinds(List<Integer> fewer) {
    private static final int ROUNDS = 50;

    public TwoKinds {
        fewer = List.copyOf(fewer);
    }

    /** Of appearances of equal length. */
    public static TwoKinds of(List<double[]> looks) {
        double[] along = along(looks);
        Bimodality groups = Bimodality.of(along);
        if (!groups.isClear()) {
            return new TwoKinds(List.of());
        }
        boolean upper = 2 * groups.above() <= along.length;
        return new TwoKinds(IntStream.range(0, along.length)
                .filter(i -> upper == along[i] > groups.limit())
                .boxed()
                .toList());
    }

    /** Each one's place along the first principal component, found by the power method. */
    private static double[] along(List<double[]> looks) {
        List<double[]> scaled = looks.stream().map(one -> scaled(one, looks)).toList();
        double[] direction = farthest(scaled);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[direction.length];
            for (double[] one : scaled) {
                double place = product(one, direction);
                for (int i = 0; i < next.length; i++) {
                    next[i] += place * one[i];
                }
            }
            double length = Math.sqrt(product(next, next));
            for (int i = 0; i < next.length; i++) {
                direction[i] = length == 0 ? 0 : next[i] / length;
            }
        }
        return scaled.stream().mapToDouble(one -> product(one, direction)).toArray();
    }

    /** Minus the mean, in units of the tolerance. */
    private static double[] scaled(double[] one, List<double[]> all) {
        double[] tolerance = Appearance.tolerance(one.length);
        return IntStream.range(0, one.length)
                .mapToDouble(i -> (one[i]
                                - all.stream()
                                        .mapToDouble(other -> other[i])
                                        .average()
                                        .orElseThrow())
                        / tolerance[i])
                .toArray();
    }

    private static double[] farthest(List<double[]> scaled) {
        double[] far = scaled.get(0);
        for (double[] one : scaled) {
            far = product(one, one) > product(far, far) ? one : far;
        }
        return far.clone();
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
