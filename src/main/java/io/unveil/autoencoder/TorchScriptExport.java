package io.unveil.autoencoder;

import io.unveil.autoencoder.layer.Mode;
import java.util.Map;

/**
 * A network and its weights as one TorchScript file, for other hosts of libtorch: {@code torch.jit.load(file)} in
 * Python, {@code torch::jit::load} in C++. Its method is {@code forward(x)}: planes (N, inputs, H, W) in single
 * precision, of sides that the network takes, to (N, outputs, H', W'). It computes in single precision, which every
 * host supports.
 */
public final class TorchScriptExport {
    /** The name of the notes beside the methods. */
    public static final String NOTES = "unveil.json";

    private static final String FORWARD = """
              def forward(self: __torch__.M, x: Tensor) -> Tensor:
                p = self.p
                return (self).net(x, p, )
            """;

    private TorchScriptExport() {}

    /** The file's bytes; the vector of weights is laid out as {@link Architecture#weights} lists them. */
    public static byte[] of(Architecture architecture, float[] weights) {
        Weights.check(architecture, weights);
        return ScriptArchive.of(
                Network.script("net", architecture, Mode.INFERENCE, Precision.FP32) + FORWARD, weights, Map.of());
    }

    /**
     * The bytes of a file with other methods, whose text starts as {@link CompiledModule#load} has it.
     *
     * @param vector the numbers of the module's buffer {@code p}
     * @param notes a text for the caller of the methods, read in Python through {@code _extra_files} under the name
     *     {@link #NOTES}
     */
    public static byte[] of(String methods, float[] vector, String notes) {
        return ScriptArchive.of(methods, vector, Map.of(NOTES, notes));
    }
}
