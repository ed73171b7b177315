package io.unveil.cli;

import io.unveil.training.TrainingBenchmark;
import java.util.List;
import java.util.Locale;

/**
 * How fast a machine is. Rates are in 10^9 operations per second; a multiply-add counts as two.
 *
 * @param threads of one operation of the engine, in products, convolutions and training
 * @param sgemm rate of the product of two matrices of 2048 x 2048 in single precision
 */
record Benchmark(
        String model,
        String device,
        String precision,
        int threads,
        long sgemm,
        List<Convolutions> convolutions,
        Training training,
        List<Inference> inference) {
    /** Rates of 3 x 3 convolutions with this many channels, channels-last, 16 x 64 x 64. */
    record Convolutions(int channels, String precision, long forward, long forwardAndBackward) {}

    /**
     * The recipe's step: noise, forward, loss, gradients, update.
     *
     * @param rate counting three times the forward pass
     * @param shareOfConvolutions of the best rate forward and backward in the precision of the training
     * @param shareOfSgemm of the rate of matrix products
     */
    record Training(
            double stepsPerSecond,
            double megapixelsPerSecond,
            long rate,
            double shareOfConvolutions,
            double shareOfSgemm) {}

    /** Square pictures of this side. */
    record Inference(int size, String method, double megapixelsPerSecond) {}

    static Benchmark of(
            String model,
            String device,
            String precision,
            int threads,
            double sgemm,
            List<Convolutions> convolutions,
            TrainingBenchmark training) {
        double best = convolutions.stream()
                .filter(row -> row.precision.equals(precision))
                .mapToDouble(Convolutions::forwardAndBackward)
                .max()
                .orElseThrow();
        return new Benchmark(
                model,
                device,
                precision,
                threads,
                Math.round(sgemm),
                convolutions,
                new Training(
                        Json.rounded(training.stepsPerSecond()),
                        Json.rounded(training.megapixelsPerSecond()),
                        Math.round(training.rate()),
                        Json.rounded(training.rate() / best),
                        Json.rounded(training.rate() / sgemm)),
                List.of());
    }

    Benchmark with(List<Inference> rows) {
        return new Benchmark(model, device, precision, threads, sgemm, convolutions, training, List.copyOf(rows));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        line(text, "%s on %s in %s, %d threads; 10^9 operations a second:", model, device, precision, threads);
        line(text, "%-36s %10s %20s", "", "forward", "forward + backward");
        line(text, "%-36s %10d", "matrix product, 2048, fp32", sgemm);
        for (Convolutions row : convolutions) {
            line(
                    text,
                    "%-36s %10d %20d",
                    "3x3 convolution, %d channels, %s".formatted(row.channels, row.precision),
                    row.forward,
                    row.forwardAndBackward);
        }
        line(
                text,
                "%-36s %10s %20d = %.0f %% of the best convolution, %.0f %% of the matrix product",
                "training",
                "",
                training.rate,
                100 * training.shareOfConvolutions,
                100 * training.shareOfSgemm);
        line(
                text,
                "training: %.2f steps a second, %.2f megapixels a second",
                training.stepsPerSecond,
                training.megapixelsPerSecond);
        for (Inference row : inference) {
            line(
                    text,
                    "cleaning %4d x %-4d %-8s %8.2f megapixels a second",
                    row.size,
                    row.size,
                    row.method,
                    row.megapixelsPerSecond);
        }
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format + "%n", values));
    }
}
