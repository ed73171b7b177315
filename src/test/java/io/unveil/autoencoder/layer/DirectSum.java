package io.unveil.autoencoder.layer;

import io.unveil.autoencoder.Planes;
import java.util.function.DoubleBinaryOperator;

/** The layers' formulas as plain loops over every output and every tap, in double precision. */
final class DirectSum {
    private final Planes x;
    private final float[] w;
    private long products;

    private DirectSum(Planes x, float[] w) {
        this.x = x;
        this.w = w;
    }

    /**
     * What a layer should give.
     *
     * @param products how many there were in the sums, those with padding included
     */
    record Result(Planes planes, long products) {}

    static Result of(Layer layer, Planes x, float[] weights) {
        DirectSum sum = new DirectSum(x, weights);
        Planes y = sum.through(layer);
        return new Result(y, sum.products);
    }

    private Planes through(Layer layer) {
        if (layer instanceof Convolution convolution) {
            return convolution(convolution);
        } else if (layer instanceof TransposedConvolution transposed) {
            return transposed(transposed);
        } else if (layer instanceof MaxPool pool) {
            return pooled(pool, Math::max, Float.NEGATIVE_INFINITY, (best, count) -> best);
        } else if (layer instanceof MeanPool pool) {
            return pooled(pool, Double::sum, 0, (sum, count) -> sum / count);
        } else if (layer instanceof Upsample upsample) {
            return upsampled(upsample);
        } else if (layer instanceof FullyConnected connected) {
            return connected(connected);
        }
        throw new IllegalArgumentException("no formula for " + layer.kind());
    }

    private Planes convolution(Convolution layer) {
        Axis v = layer.window().vertical();
        Axis h = layer.window().horizontal();
        int channels = x.shape().channels();
        int taps = v.kernel() * h.kernel();
        Planes y = Planes.zeros(new Shape(
                layer.out(), course(x.shape().height(), v), course(x.shape().width(), h)));
        y.fill((o, i, j) -> {
            double sum = w[layer.out() * channels * taps + o];
            for (int c = 0; c < channels; c++) {
                for (int u = 0; u < v.kernel(); u++) {
                    for (int t = 0; t < h.kernel(); t++) {
                        int row = i * v.stride() - v.padding() + u * v.dilation();
                        int column = j * h.stride() - h.padding() + t * h.dilation();
                        products++;
                        sum += w[((o * channels + c) * v.kernel() + u) * h.kernel() + t]
                                * outside(layer.border(), c, row, column);
                    }
                }
            }
            return sum;
        });
        return y;
    }

    /** The course's formula, floor((M + 2p - k) / s) + 1, with k over all positions of a dilated window. */
    private static int course(int side, Axis a) {
        int k = a.dilation() * (a.kernel() - 1) + 1;
        return (int) Math.floor((side + 2.0 * a.padding() - k) / a.stride()) + 1;
    }

    /** The picture's value at a position that may lie outside of it. */
    private double outside(PaddingMode border, int c, int row, int column) {
        int height = x.shape().height();
        int width = x.shape().width();
        return switch (border) {
            case ZERO -> x.inside(row, column) ? x.get(c, row, column) : 0;
            case REFLECT -> x.get(c, mirrored(row, height), mirrored(column, width));
            case REPLICATE -> x.get(c, clamped(row, height), clamped(column, width));
            case CIRCULAR -> x.get(c, Math.floorMod(row, height), Math.floorMod(column, width));
        };
    }

    private static int mirrored(int position, int side) {
        return position < 0 ? -position : position >= side ? 2 * (side - 1) - position : position;
    }

    private static int clamped(int position, int side) {
        return Math.max(0, Math.min(side - 1, position));
    }

    private Planes transposed(TransposedConvolution layer) {
        Axis v = layer.window().vertical();
        Axis h = layer.window().horizontal();
        int channels = x.shape().channels();
        int taps = v.kernel() * h.kernel();
        Planes y = Planes.zeros(new Shape(
                layer.out(),
                courseBack(x.shape().height(), v) + layer.extra().height(),
                courseBack(x.shape().width(), h) + layer.extra().width()));
        y.fill((o, i, j) -> w[channels * layer.out() * taps + o]);
        x.each((c, i, j) -> {
            for (int o = 0; o < layer.out(); o++) {
                for (int tap = 0; tap < taps; tap++) {
                    int row = i * v.stride() - v.padding() + tap / h.kernel() * v.dilation();
                    int column = j * h.stride() - h.padding() + tap % h.kernel() * h.dilation();
                    products++;
                    if (y.inside(row, column)) {
                        y.values()[y.at(o, row, column)] += w[(c * layer.out() + o) * taps + tap] * x.get(c, i, j);
                    }
                }
            }
        });
        return y;
    }

    /** The course's formula, s (M - 1) + k - 2p, with k over all positions of a dilated window. */
    private static int courseBack(int side, Axis a) {
        return a.stride() * (side - 1) + a.dilation() * (a.kernel() - 1) + 1 - 2 * a.padding();
    }

    private Planes pooled(Pool pool, DoubleBinaryOperator gather, double start, DoubleBinaryOperator finish) {
        Axis v = pool.window().vertical();
        Axis h = pool.window().horizontal();
        Planes y = Planes.zeros(pool.shape(x.shape())); // rounding has rows of its own in AxisTest
        y.fill((c, i, j) -> {
            double all = start;
            int count = 0;
            for (int u = 0; u < v.kernel(); u++) {
                for (int t = 0; t < h.kernel(); t++) {
                    int row = i * v.stride() - v.padding() + u;
                    int column = j * h.stride() - h.padding() + t;
                    if (x.inside(row, column)) {
                        all = gather.applyAsDouble(all, x.get(c, row, column));
                        count++;
                    }
                }
            }
            return finish.applyAsDouble(all, count);
        });
        return y;
    }

    private Planes upsampled(Upsample layer) {
        int f = layer.by().height();
        int g = layer.by().width();
        Planes y = Planes.zeros(new Shape(
                x.shape().channels(), f * x.shape().height(), g * x.shape().width()));
        y.fill((c, i, j) -> {
            if (layer.how() == Interpolation.NEAREST) {
                return x.get(c, i / f, j / g);
            }
            double row = Math.max(0, (i + 0.5) / f - 0.5);
            double column = Math.max(0, (j + 0.5) / g - 0.5);
            int top = (int) row;
            int left = (int) column;
            int below = Math.min(top + 1, x.shape().height() - 1);
            int right = Math.min(left + 1, x.shape().width() - 1);
            products += 4;
            return (1 - row + top) * (1 - column + left) * x.get(c, top, left)
                    + (1 - row + top) * (column - left) * x.get(c, top, right)
                    + (row - top) * (1 - column + left) * x.get(c, below, left)
                    + (row - top) * (column - left) * x.get(c, below, right);
        });
        return y;
    }

    private Planes connected(FullyConnected layer) {
        int n = x.values().length;
        Planes y = Planes.zeros(new Shape(layer.out(), 1, 1));
        y.fill((o, i, j) -> {
            double sum = w[layer.out() * n + o];
            for (int k = 0; k < n; k++) {
                products++;
                sum += x.values()[k] * (layer instanceof Dense ? w[o * n + k] : w[k * layer.out() + o]);
            }
            return sum;
        });
        return y;
    }
}
