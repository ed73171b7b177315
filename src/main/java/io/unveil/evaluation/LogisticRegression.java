package io.unveil.evaluation;

import io.unveil.degradation.Draws;
import java.util.Arrays;

/**
 * Multinomial logistic regression: p(class k | x) is proportional to exp(w_k . x + b_k), where w and b minimise the
 * mean of -log p of the known classes plus 1/2 decay |w|^2. Features are first normalised to mean 0 and deviation 1
 * over the training set; constant ones are left out. Training is stochastic gradient descent in batches with momentum,
 * with a rate that falls along half a cosine. The order follows from a seed, so equal data give equal weights.
 */
final class LogisticRegression {
    private static final int EPOCHS = 15;
    private static final int FEWEST_STEPS = 1500;
    private static final int BATCH = 100;
    private static final double RATE = 0.02;
    private static final float MOMENTUM = 0.9f;
    private static final float DECAY = 1e-4f;

    private final int classes;
    private final float[] mean;
    private final float[] scale;
    private final float[] weights; // feature by feature, a number for each class; the last row is b

    private LogisticRegression(int classes, float[][] features) {
        this.classes = classes;
        this.mean = new float[features[0].length];
        this.scale = new float[mean.length];
        this.weights = new float[(mean.length + 1) * classes];
        standardise(features);
    }

    /** Learns; {@code labels} are from 0 to {@code classes} - 1. */
    static LogisticRegression fit(float[][] features, int[] labels, int classes, long seed) {
        LogisticRegression probe = new LogisticRegression(classes, features);
        int batches = (features.length + BATCH - 1) / BATCH;
        int epochs = Math.max(EPOCHS, FEWEST_STEPS / batches);
        float[] step = new float[probe.weights.length];
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] order = shuffled(features.length, Draws.of(seed, epoch));
            for (int batch = 0; batch < batches; batch++) {
                double done = (double) (epoch * batches + batch) / (epochs * batches);
                int from = batch * BATCH;
                int[] some = Arrays.copyOfRange(order, from, Math.min(order.length, from + BATCH));
                probe.learn(features, labels, some, (float) (RATE * (1 + Math.cos(Math.PI * done)) / 2), step);
            }
        }
        return probe;
    }

    /** Share of the examples whose likeliest class is the right one. */
    double accuracy(float[][] features, int[] labels) {
        int right = 0;
        for (int i = 0; i < features.length; i++) {
            float[] chances = chances(features[i]);
            int best = 0;
            for (int k = 1; k < classes; k++) {
                best = chances[k] > chances[best] ? k : best;
            }
            right += best == labels[i] ? 1 : 0;
        }
        return (double) right / features.length;
    }

    private void learn(float[][] features, int[] labels, int[] some, float rate, float[] step) {
        for (int i = 0; i < step.length; i++) {
            float decay = i < mean.length * classes ? DECAY * weights[i] : 0;
            step[i] = MOMENTUM * step[i] - rate * decay;
        }
        for (int example : some) {
            float[] error = chances(features[example]);
            error[labels[example]] -= 1;
            for (int k = 0; k < classes; k++) {
                error[k] *= -rate / some.length;
            }
            for (int f = 0; f <= mean.length; f++) {
                float x = standard(features[example], f);
                for (int k = 0; k < classes && x != 0; k++) {
                    step[f * classes + k] += x * error[k];
                }
            }
        }
        for (int i = 0; i < step.length; i++) {
            weights[i] += step[i];
        }
    }

    /** The probability of each class. */
    private float[] chances(float[] features) {
        float[] chances = new float[classes];
        for (int f = 0; f <= mean.length; f++) {
            float x = standard(features, f);
            for (int k = 0; k < classes; k++) {
                chances[k] += x * weights[f * classes + k];
            }
        }
        float most = Float.NEGATIVE_INFINITY;
        for (float one : chances) {
            most = Math.max(most, one);
        }
        float sum = 0;
        for (int k = 0; k < classes; k++) {
            chances[k] = (float) Math.exp(chances[k] - most);
            sum += chances[k];
        }
        for (int k = 0; k < classes; k++) {
            chances[k] /= sum;
        }
        return chances;
    }

    /** A normalised feature; the one after the last is 1, for b. */
    private float standard(float[] features, int f) {
        return f == mean.length ? 1 : (features[f] - mean[f]) * scale[f];
    }

    private void standardise(float[][] features) {
        for (int f = 0; f < mean.length; f++) {
            double sum = 0;
            double squares = 0;
            for (float[] example : features) {
                sum += example[f];
                squares += (double) example[f] * example[f];
            }
            double middle = sum / features.length;
            double variance = squares / features.length - middle * middle;
            mean[f] = (float) middle;
            scale[f] = variance > 1e-10 ? (float) (1 / Math.sqrt(variance)) : 0;
        }
    }

    private static int[] shuffled(int count, Draws draws) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = draws.below(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
