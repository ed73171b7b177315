package io.unveil.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.unveil.autoencoder.layer.Mode;

/**
 * The gradient of the sum of squares of a network's output, by the engine and by differences; in double precision, so
 * that steps can be small enough not to cross the kinks of rectifiers and maxima.
 */
public final class Gradient implements AutoCloseable {
    private static final String METHODS = """
              def loss(self: __torch__.M, x: Tensor, p: Tensor) -> Tensor:
                return torch.sum(torch.square((self).net(x, p, )))
              def gradient(self: __torch__.M, x: Tensor, p: Tensor) -> Tensor:
                w = torch.requires_grad_(torch.detach(p))
                return unchecked_cast(Tensor, (torch.autograd.grad([(self).loss(x, w, )], [w]))[0])
            """;
    private static final double STEP = 1e-5;

    private final NDManager manager = TorchEngine.newManager(Device.cpu());
    private final CompiledModule module;
    private final NDArray x;

    public Gradient(Architecture net, Planes x) {
        String training = Network.script("net", net, Mode.TRAINING, Precision.FP32);
        module = CompiledModule.load(
                manager,
                (training.contains("torch.dropout") // it draws at each call: no difference could be taken
                                ? Network.script("net", net, Mode.INFERENCE, Precision.FP32)
                                : training)
                        + METHODS);
        this.x = x.interleaved(manager).transpose(0, 3, 1, 2).toType(DataType.FLOAT64, true);
    }

    /**
     * Holds the gradient of every so-manieth weight against the difference (loss(w + h) - loss(w - h)) / 2h along it.
     */
    public void assertIsThatOfDifferences(float[] weights, int every) {
        double[] point = new double[weights.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = weights[i];
        }
        double[] exact = at(point);
        for (int i = 0; i < point.length; i += every) {
            double difference = (loss(point, i, STEP) - loss(point, i, -STEP)) / (2 * STEP);
            assertThat(exact[i]).as("weight %d", i).isCloseTo(difference, within(1e-5 * (1 + Math.abs(difference))));
        }
    }

    double[] at(double[] weights) {
        try (NDArray p = manager.create(weights);
                NDArray gradient = module.callWithGradients("gradient", x, p)) {
            return gradient.toDoubleArray();
        }
    }

    private double loss(double[] weights, int index, double step) {
        double[] moved = weights.clone();
        moved[index] += step;
        try (NDArray p = manager.create(moved);
                NDArray loss = module.call("loss", x, p)) {
            return loss.toDoubleArray()[0];
        }
    }

    @Override
    public void close() {
        module.close();
        manager.close();
    }
}
