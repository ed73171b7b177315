package io.unveil.autoencoder;

/** The layers' formulas as plain loops. */
final class DirectSum {
    private static long products;

    private DirectSum() {}

    /** Products summed by the last call; those with the zeros of the padding do not count. */
    static long lastProducts() {
        return products;
    }

    static Planes convolution(Convolution layer, Planes x, float[] w) {
        products = 0;
        int k = layer.window().kernel().height();
        int channels = x.shape().channels();
        int height = (x.shape().height() + 2 * layer.window().padding().height() - k)
                        / layer.window().stride().height()
                + 1;
        int width = (x.shape().width() + 2 * layer.window().padding().height() - k)
                        / layer.window().stride().height()
                + 1;
        Planes y = Planes.zeros(new Shape(layer.out(), height, width));
        for (int o = 0; o < layer.out(); o++) {
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    double sum = w[layer.out() * channels * k * k + o];
                    for (int t = 0; t < channels * k * k; t++) {
                        int row = i * layer.window().stride().height()
                                - layer.window().padding().height()
                                + t / k % k;
                        int column = j * layer.window().stride().height()
                                - layer.window().padding().height()
                                + t % k;
                        if (x.inside(row, column)) {
                            sum += w[o * channels * k * k + t] * (double) x.values()[x.at(t / (k * k), row, column)];
                            products++;
                        }
                    }
                    y.values()[y.at(o, i, j)] = (float) sum;
                }
            }
        }
        return y;
    }

    static Planes transposed(TransposedConvolution layer, Planes x, float[] w) {
        products = 0;
        int k = layer.window().kernel().height();
        int channels = x.shape().channels();
        int height = layer.window().stride().height() * (x.shape().height() - 1)
                + k
                - 2 * layer.window().padding().height();
        int width = layer.window().stride().height() * (x.shape().width() - 1)
                + k
                - 2 * layer.window().padding().height();
        Planes y = Planes.zeros(new Shape(layer.out(), height, width));
        for (int o = 0; o < layer.out(); o++) {
            for (int i = 0; i < height * width; i++) {
                y.values()[o * height * width + i] = w[channels * layer.out() * k * k + o];
            }
            for (int c = 0; c < channels; c++) {
                for (int t = 0; t < x.shape().positions() * k * k; t++) {
                    int i = t / (k * k) / x.shape().width();
                    int j = t / (k * k) % x.shape().width();
                    int row = i * layer.window().stride().height()
                            - layer.window().padding().height()
                            + t / k % k;
                    int column = j * layer.window().stride().height()
                            - layer.window().padding().height()
                            + t % k;
                    products++;
                    if (y.inside(row, column)) {
                        y.values()[y.at(o, row, column)] +=
                                w[((c * layer.out() + o) * k + t / k % k) * k + t % k] * x.values()[x.at(c, i, j)];
                    }
                }
            }
        }
        return y;
    }
}
