package io.unveil.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The net section of a recipe. */
class RecipeReadingTest {
    @Test
    void layersAreReadInOrderWithTheirDefaults() {
        Architecture net = ArchitectureReader.ofRecipe("r", """
                net:
                  inputs: 2
                  layers:
                    - convolution: {out: 4, kernel: 3, padding: 1}
                    - skip:
                        - convolution: {out: 8, kernel: 2, stride: 2, gain: 0.5}
                        - relu
                        - scale: {by: 0.25}
                        - transposed-convolution: {out: 4, kernel: 2, stride: 2}
                """);

        assertThat(net)
                .isEqualTo(new Architecture(
                        2,
                        List.of(
                                new Convolution(4, 3, 1, 1, 1),
                                new Skip(List.of(
                                        new Convolution(8, 2, 2, 0, 0.5),
                                        new Relu(),
                                        new Scale(0.25),
                                        new TransposedConvolution(4, 2, 2, 0, 1))))));
    }

    @Test
    void theDigestTellsWhatLayersDoNotHowTheyStart() {
        Architecture net = new Architecture(2, List.of(new Convolution(2, 3, 1, 1, 1), new Relu()));

        assertThat(new Architecture(2, List.of(new Convolution(2, 3, 1, 1, 0.1), new Relu())).digest())
                .isEqualTo(net.digest());
        assertThat(new Architecture(2, List.of(new Convolution(2, 3, 1, 1, 1), new Scale(2))).digest())
                .isNotEqualTo(new Architecture(2, List.of(new Convolution(2, 3, 1, 1, 1), new Scale(3))).digest());
        assertThat(new Architecture(2, List.of(new Convolution(2, 5, 1, 2, 1), new Relu())).digest())
                .isNotEqualTo(net.digest());
        assertThat(new Architecture(2, List.of(new Convolution(2, 3, 1, 1, 1))).digest())
                .isNotEqualTo(net.digest());
        assertThat(new Architecture(2, List.of(new Skip(List.of(new Convolution(2, 3, 1, 1, 1), new Relu())))).digest())
                .isNotEqualTo(net.digest());
    }

    @Test
    void weightsAreNamedByTheirPlace() {
        Architecture net = new Architecture(
                1,
                List.of(new Convolution(2, 3, 1, 1, 1), new Skip(List.of(new Relu(), new Convolution(2, 1, 1, 0, 1)))));

        assertThat(net.weights())
                .extracting(Weight::name)
                .containsExactly("layers.0.kernel", "layers.0.bias", "layers.1.skip.1.kernel", "layers.1.skip.1.bias");
    }

    @Test
    void allFaultsAreNamedAtOnceWithLineAndPlace() {
        assertThatThrownBy(() -> ArchitectureReader.ofRecipe("mine.yaml", """
                net:
                  inputs: none
                  depth: 3
                  layers:
                    - convolution: {out: 4, kernel: 0, pading: 1}
                    - pool: {kernel: 2}
                    - transposed-convolution: {out: 4, kernel: 2, stride: -2}
                """))
                .isInstanceOf(BadRecipe.class)
                .hasMessage("mine.yaml: line 2, net.inputs must be a whole number from 1 to 4096, was 'none'"
                        + "; line 5, net.layers[0].convolution.kernel must be a whole number from 1 to 63, was '0'"
                        + "; line 5, net.layers[0].convolution.pading is unknown; known are out, kernel, stride, padding, dilation, border, of, gain"
                        + "; line 6, net.layers[1] must be one of convolution, transposed-convolution, max-pool, mean-pool, upsample,"
                        + " dense, transposed-dense, flatten, reshape, relu, leaky-relu, sigmoid, tanh, swish, gelu, scale, dropout,"
                        + " code, concat, skip, was 'pool'"
                        + "; line 7, net.layers[2].transposed-convolution.stride must be a whole number from 1 to 16, was '-2'"
                        + "; line 3, net.depth is unknown; known are inputs, height, width, layers");
    }

    @Test
    void sizesThatDoNotCloseAreAFaultOfTheNet() {
        assertThatThrownBy(() -> ArchitectureReader.ofRecipe("r", """
                net: {inputs: 1, layers: [{convolution: {out: 1, kernel: 3}}]}
                """))
                .hasMessage(
                        "r: line 1, net the size of the output is no fixed share of the input's, for no multiple up to 128");
    }

    @Test
    void aSectionThatNoRecipeHasIsAFault() {
        assertThatThrownBy(() -> ArchitectureReader.ofRecipe("r", "nett: 1\nnet: {inputs: 1, layers: [relu]}"))
                .hasMessage("r: line 1, nett is unknown; known are task, net, training");
    }

    @Test
    void aKeyGivenTwiceAndAFileThatIsNoYamlAreFaults() {
        assertThatThrownBy(() -> ArchitectureReader.ofRecipe("r", "net: {inputs: 1, inputs: 2, layers: [relu]}"))
                .hasMessageContaining("line 1, net.inputs is given twice");
        assertThatThrownBy(() -> ArchitectureReader.ofRecipe("r", "net: [1,\n  : }"))
                .hasMessageContaining("is no YAML");
        assertThatThrownBy(() -> ArchitectureReader.ofRecipe("r", "")).hasMessageContaining("is empty");
    }
}
