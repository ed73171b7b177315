package io.unveil.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The exported file is loaded back as any host of libtorch does: only from its bytes. */
class TorchScriptExportTest {
    private static final Architecture NET = ArchitectureReader.ofRecipe("test", """
            net:
              inputs: 2
              layers:
                - convolution: {out: 8, kernel: 3, padding: 1}
                - skip:
                    - convolution: {out: 12, kernel: 2, stride: 2}
                    - relu
                    - transposed-convolution: {out: 8, kernel: 2, stride: 2}
                - convolution: {out: 1, kernel: 3, padding: 1}
            """);

    @Test
    void theFileGivesWhatTheNetworkGivesForAnyNumberAndSizeOfPictures() throws IOException {
        float[] weights = Weights.start(NET, 3);
        float[] planes = new float[2 * 2 * 6 * 10];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = (float) Math.sin(i);
        }
        float[] fromFile;
        float[] fromNetwork;
        try (Network network = Network.load(Device.cpu(), NET, weights, Precision.FP32);
                NDManager call = network.newCall();
                PtSymbolBlock file = JniUtils.loadModule(
                        (PtNDManager) call,
                        new ByteArrayInputStream(TorchScriptExport.of(NET, weights)),
                        false,
                        false)) {
            NDArray x = call.create(planes, new Shape(2, 2, 6, 10));
            NDArray y = IValueUtils.forward(file, new NDList(x), false).get(0);
            assertThat(y.getShape()).isEqualTo(new Shape(2, 1, 6, 10));
            fromFile = y.toFloatArray();
            fromNetwork = network.run(x.transpose(0, 2, 3, 1)).toFloatArray(); // one output plane: the same order
        }
        assertThat(fromFile).hasSize(fromNetwork.length).isNotEqualTo(new float[fromFile.length]);
        for (int i = 0; i < fromFile.length; i++) {
            assertThat(fromFile[i]).isCloseTo(fromNetwork[i], within(1e-5f));
        }
    }

    @Test
    void equalWeightsGiveEqualBytes() {
        float[] weights = Weights.start(NET, 3);
        assertThat(TorchScriptExport.of(NET, weights)).isEqualTo(TorchScriptExport.of(NET, weights));
    }

    @Test
    void weightsOfAnotherNetworkAreRefused() {
        assertThatThrownBy(() -> TorchScriptExport.of(NET, new float[7]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the architecture learns %d numbers, there are 7".formatted(NET.parameters()));
    }
}
