package io.unveil.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Mode;
import io.unveil.autoencoder.layer.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What a network can be asked for besides its output: its code, what stands behind the code, and every stage. */
class NetworkTest {
    private static final Architecture NET = Nets.fixed(2, 6, 8, """
            convolution: {out: 4, kernel: 3, padding: 1}, relu,
            skip: [max-pool: {kernel: 2}, upsample: {by: 2}, leaky-relu],
            max-pool: {kernel: 2}, dense: {out: 5}, code, relu, dense: {out: 96},
            reshape: {channels: 2, height: 6, width: 8}""");

    private static final Planes PICTURE = Planes.random(2, 6, 8, 1);
    private static final float[] WEIGHTS = Weights.start(NET, 4);

    @Test
    void decodingTheCodeGivesWhatTheWholeNetworkGives() {
        Planes code = through(NET, Network::encode, PICTURE);
        Planes decoded = through(NET, Network::decode, code);

        assertThat(code.shape()).isEqualTo(new Shape(5, 1, 1));
        assertThat(Optional.of(code.shape())).isEqualTo(NET.code(6, 8));
        assertThat(decoded.shape()).isEqualTo(NET.output());
        assertThat(decoded.values())
                .containsExactly(Nets.run(NET, PICTURE, WEIGHTS).values(), within(1e-5f));
    }

    @Test
    void aCodeOfAnotherShapeAndANetworkWithoutCodeAreRefused() {
        assertThatThrownBy(() -> through(NET, Network::decode, Planes.random(4, 1, 1, 1)))
                .isInstanceOf(Layer.DoesNotClose.class)
                .hasMessage("a code of this network is 5 x 1 x 1, this one is 4 x 1 x 1");
        Architecture free = Nets.free(
                1, "convolution: {out: 3, kernel: 3, padding: 1}, code, convolution: {out: 1, kernel: 3, padding: 1}");
        assertThat(free.decoded(new Shape(3, 4, 9))).isEqualTo(new Shape(1, 4, 9));
        assertThatThrownBy(() -> free.decoded(new Shape(2, 4, 9)))
                .hasMessage("a code of this network is 3 x any height and width, this one is 2 x 4 x 9");
        assertThatThrownBy(() -> Nets.free(1, "relu").decoded(new Shape(1, 4, 9)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no layer of the network is its code");
    }

    @Test
    void aFreeNetworkHasACodeForEachSize() {
        Architecture net = Nets.free(1, """
                convolution: {out: 3, kernel: 2, stride: 2}, code, transposed-convolution: {out: 1, kernel: 2, stride: 2}""");

        assertThat(net.code(6, 10)).contains(new Shape(3, 3, 5));
        assertThat(Nets.free(1, "relu").code(6, 10)).isEmpty();
    }

    @Test
    void stagesStandInTheOrderOfTheTableAndNoneIsOverwrittenByTheNext() {
        List<Stage> stages;
        TorchEngine.noGradients();
        try (Network network = Network.load(Device.cpu(), NET, WEIGHTS, Precision.FP32)) {
            stages = network.stages(6, 8, interleaved(PICTURE));
            assertThat(network.liveArrays()).as("nothing is left behind").isEqualTo(1);
        }

        assertThat(stages).extracting(Stage::row).isEqualTo(LayerTable.of(NET, 6, 8));
        assertThat(stages)
                .allSatisfy(stage ->
                        assertThat(stage.values()).hasSize(stage.row().out().count()));
        float[] convolved = stages.get(0).values();
        float[] rectified = stages.get(1).values();
        float[] skipped = stages.get(2).values();
        float[] within = stages.get(5).values(); // the skip's last layer
        assertThat(stages.get(5).row().place()).isEqualTo("layers.2.skip.2");
        for (int i = 0; i < convolved.length; i++) {
            assertThat(rectified[i]).isEqualTo(Math.max(0, convolved[i]));
            assertThat(skipped[i]).isEqualTo(rectified[i] + within[i]);
        }
        assertThat(convolved)
                .as("the convolution, as it was before the rectifier")
                .isNotEqualTo(rectified);
        assertThat(stages.get(stages.size() - 1).values())
                .containsExactly(Nets.run(NET, PICTURE, WEIGHTS).values(), within(1e-5f));
    }

    @Test
    void aPictureOfAnotherSizeThanTheOneIsRefused() {
        assertThatThrownBy(() -> through(NET, Network::run, Planes.random(2, 8, 6, 1)))
                .isInstanceOf(Layer.DoesNotClose.class)
                .hasMessage("the network takes pictures of 8x6 pixels (width x height), not of 6x8");
    }

    @Test
    void dropoutActsInTrainingAloneAndKeepsTheMean() {
        Architecture net = Nets.free(1, "dropout: {rate: 0.25}");

        assertThat(Network.script("net", net, Mode.INFERENCE, Precision.FP32)).doesNotContain("dropout");
        try (NDManager manager = TorchEngine.newManager(Device.cpu());
                CompiledModule module =
                        CompiledModule.load(manager, Network.script("net", net, Mode.TRAINING, Precision.FP32))) {
            NDArray ones = manager.ones(new ai.djl.ndarray.types.Shape(1, 1, 200, 200));
            NDArray none = manager.create(new float[0]);
            ai.djl.engine.Engine.getInstance().setRandomSeed(3);
            float[] first = module.call("net", ones, none).toFloatArray();
            float[] next = module.call("net", ones, none).toFloatArray();
            ai.djl.engine.Engine.getInstance().setRandomSeed(3);
            float[] again = module.call("net", ones, none).toFloatArray();

            assertThat(again).as("the engine's seed decides").containsExactly(first);
            assertThat(next).isNotEqualTo(first);
            int fallen = 0;
            for (float value : first) {
                assertThat(value).isIn(0f, 4 / 3f);
                fallen += value == 0 ? 1 : 0;
            }
            assertThat(fallen / 40_000.0).isCloseTo(0.25, within(0.01)); // four deviations are .009
        }
    }

    @Test
    void theBiasOfATransposedConvolutionIsAddedOutsideInTrainingAndTheSumIsTheSame() {
        Architecture net = Nets.free(2, "transposed-convolution: {out: 3, kernel: 3, stride: 2, padding: 1, extra: 1}");
        Planes x = Planes.random(2, 5, 4, 6);
        float[] weights = Nets.weights(net, 7);
        String training = Network.script("net", net, Mode.TRAINING, Precision.FP32);

        assertThat(training).contains("None").contains("torch.add");
        assertThat(Network.script("net", net, Mode.INFERENCE, Precision.FP32)).doesNotContain("None");
        try (NDManager manager = TorchEngine.newManager(Device.cpu());
                CompiledModule module = CompiledModule.load(manager, training)) {
            NDArray y = module.call("net", x.interleaved(manager).transpose(0, 3, 1, 2), manager.create(weights));
            assertThat(Planes.ofInterleaved(y.transpose(0, 2, 3, 1)).values())
                    .containsExactly(Nets.run(net, x, weights).values(), within(1e-6f));
        }
    }

    private static Planes through(Architecture net, BiFunction<Network, NDArray, NDArray> way, Planes x) {
        TorchEngine.noGradients();
        try (Network network = Network.load(Device.cpu(), net, WEIGHTS, Precision.FP32);
                NDManager call = network.newCall()) {
            return Planes.ofInterleaved(way.apply(network, x.interleaved(call)));
        }
    }

    private static float[] interleaved(Planes planes) {
        float[] values = new float[planes.values().length];
        planes.each((c, y, x) ->
                values[(y * planes.shape().width() + x) * planes.shape().channels() + c] = planes.get(c, y, x));
        return values;
    }
}
