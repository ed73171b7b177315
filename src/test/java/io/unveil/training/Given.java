package io.unveil.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.CompiledModule;
import io.unveil.autoencoder.TorchEngine;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one step is given, reckoned by the lesson's own lines of the compiled step.
 *
 * @param tensors as {@link Lesson#tensors} names them
 * @param read what goes into the network, (N, C, H, W)
 * @param wanted what it is to answer
 */
record Given(List<float[]> tensors, float[] read, float[] wanted) {
    static Given of(Recipe recipe, Examples examples, long step) {
        Lesson lesson = recipe.lesson();
        String arguments =
                lesson.tensors().stream().map(", %s: Tensor"::formatted).collect(Collectors.joining());
        String methods = "  def %s(self: __torch__.M%s) -> Tensor:\n%s    return %s\n";
        TorchEngine.noGradients();
        TorchEngine.start().setRandomSeed(Seeds.of(recipe.seed(), step, Seeds.Use.ENGINE_NOISE));
        try (NDManager call = TorchEngine.newManager(Device.cpu());
                CompiledModule module = CompiledModule.load(
                        call,
                        methods.formatted("read", arguments, lesson.script(), "torch.contiguous(i)")
                                + methods.formatted("wanted", arguments, lesson.script(), "torch.contiguous(t)"))) {
            NDArray[] tensors = examples.ofStep(step, call).toArray(NDArray[]::new);
            return new Given(
                    List.of(tensors).stream().map(Given::floats).toList(),
                    module.call("read", tensors).toFloatArray(),
                    module.call("wanted", tensors).toFloatArray());
        }
    }

    private static float[] floats(NDArray array) {
        return array.toType(ai.djl.ndarray.types.DataType.FLOAT32, true).toFloatArray();
    }
}
