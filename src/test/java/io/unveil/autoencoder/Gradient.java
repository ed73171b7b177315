package io.unveil.autoencoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** The gradient of the sum of squares of a network's output, by the engine and by differences. */
final class Gradient implements AutoCloseable {
    private static final String METHODS = """
              def loss(self: __torch__.M, x: Tensor, p: Tensor) -> Tensor:
                return torch.sum(torch.square((self).net(x, p, )))
              def gradient(self: __torch__.M, x: Tensor, p: Tensor) -> Tensor:
                w = torch.requires_grad_(torch.detach(p))
                return unchecked_cast(Tensor, (torch.autograd.grad([(self).loss(x, w, )], [w]))[0])
            """;
    private final NDManager manager = TorchEngine.newManager(Device.cpu());
    private final CompiledModule module;
    private final NDArray x;

    Gradient(Architecture net, Planes x) {
        module = CompiledModule.load(manager, Network.script("net", net, Mode.INFERENCE, Precision.FP32) + METHODS);
        this.x = x.interleaved(manager).transpose(0, 3, 1, 2);
    }

    float[] of(float[] weights) {
        try (NDArray p = manager.create(weights);
                NDArray gradient = module.callWithGradients("gradient", x, p)) {
            return gradient.toFloatArray();
        }
    }

    /** (loss(w + h) - loss(w - h)) / 2h along one weight. */
    double difference(float[] weights, int index) {
        float h = 5e-3f;
        return (loss(weights, index, h) - loss(weights, index, -h)) / (2 * h);
    }

    private double loss(float[] weights, int index, float step) {
        float[] moved = weights.clone();
        moved[index] += step;
        try (NDArray p = manager.create(moved);
                NDArray loss = module.call("loss", x, p)) {
            return loss.toFloatArray()[0];
        }
    }

    @Override
    public void close() {
        module.close();
        manager.close();
    }
}
