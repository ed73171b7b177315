package io.unveil.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.autoencoder.layer.Axis;
import io.unveil.autoencoder.layer.Code;
import io.unveil.autoencoder.layer.Concat;
import io.unveil.autoencoder.layer.Convolution;
import io.unveil.autoencoder.layer.Dense;
import io.unveil.autoencoder.layer.Dropout;
import io.unveil.autoencoder.layer.Interpolation;
import io.unveil.autoencoder.layer.Kernel;
import io.unveil.autoencoder.layer.LeakyRelu;
import io.unveil.autoencoder.layer.MaxPool;
import io.unveil.autoencoder.layer.MeanPool;
import io.unveil.autoencoder.layer.PaddingMode;
import io.unveil.autoencoder.layer.Relu;
import io.unveil.autoencoder.layer.Reshape;
import io.unveil.autoencoder.layer.Rounding;
import io.unveil.autoencoder.layer.Scale;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.autoencoder.layer.Skip;
import io.unveil.autoencoder.layer.TransposedConvolution;
import io.unveil.autoencoder.layer.Upsample;
import io.unveil.autoencoder.layer.Weight;
import io.unveil.autoencoder.layer.Window;
import io.unveil.recipe.BadRecipe;
import io.unveil.recipe.Extent;
import io.unveil.recipe.Faults;
import io.unveil.recipe.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void heightAndWidthAreOneNumberForBothOrAListOfTwo() {
        Architecture net = ArchitectureReader.ofRecipe("r", """
                net:
                  inputs: 1
                  height: 8
                  width: 64
                  layers:
                    - convolution: {out: 4, kernel: [1, 9], stride: [1, 2], padding: same, border: circular}
                    - max-pool: {kernel: [2, 4]}
                    - mean-pool: {kernel: 3, stride: 1, padding: 1, round: up}
                    - upsample: {by: [2, 8], how: bilinear}
                    - concat:
                        - dropout: {rate: 0.5}
                        - leaky-relu
                    - dense: {out: 10, gain: 0.5}
                    - code
                    - reshape: {channels: 1, height: 2, width: 5}
                """);

        assertThat(net.sides()).isEqualTo(new Sides.Fixed(8, 64));
        Axis one = new Axis(1, 1, 0, 1);
        assertThat(net.layers())
                .containsExactly(
                        new Convolution(
                                4, new Window(one, new Axis(9, 2, 4, 1)), PaddingMode.CIRCULAR, new Kernel.Own(1)),
                        new MaxPool(new Window(new Axis(2, 2, 0, 1), new Axis(4, 4, 0, 1)), Rounding.DOWN),
                        new MeanPool(Window.square(3, 1, 1), Rounding.UP),
                        new Upsample(new Extent(2, 8), Interpolation.BILINEAR),
                        new Concat(List.of(new Dropout(0.5), new LeakyRelu(0.01))),
                        new Dense(10, new Kernel.Own(0.5)),
                        new Code(),
                        new Reshape(new Shape(1, 2, 5)));
    }

    @Test
    void everyKindThatRecipesKnowIsTheKindThatTheLayerSays() {
        for (String layer : List.of(
                "convolution: {out: 1, kernel: 1}",
                "transposed-convolution: {out: 1, kernel: 1}",
                "max-pool: {kernel: 1}",
                "mean-pool: {kernel: 1}",
                "upsample: {by: 1}",
                "dense: {out: 16}",
                "transposed-dense: {out: 16}",
                "flatten: {}",
                "reshape: {channels: 16, height: 1, width: 1}",
                "relu: {}",
                "leaky-relu: {}",
                "sigmoid: {}",
                "tanh: {}",
                "swish: {}",
                "gelu: {}",
                "scale: {by: 2}",
                "dropout: {rate: 0}",
                "code: {}",
                "skip: []",
                "concat: []")) {
            assertThat(Nets.fixed(1, 4, 4, layer).layers().get(0).kind())
                    .isEqualTo(layer.substring(0, layer.indexOf(':')));
        }
        assertThat(Nets.fixed(2, 4, 4, "glu: {}").layers().get(0).kind()).isEqualTo("glu");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "convolution: {out: 1, kernel: 3, stride: -2} | net.layers[0].convolution.stride must be a whole number from 1 to 16, was '-2'",
                "convolution: {out: 1, kernel: [3, 4, 5]} | net.layers[0].convolution.kernel must be one whole number, or a list of height and width",
                "convolution: {out: 1, kernel: [3, big]} | net.layers[0].convolution.kernel must be a whole number from 1 to 63, was 'big'",
                "convolution: {out: 1, kernel: 3, padding: full} | net.layers[0].convolution.padding must be one of valid, same, was 'full'",
                "convolution: {out: 1, kernel: [3, 4], padding: same} | net.layers[0].convolution has padding 'same', which a window of 3x4 positions cannot have: its sides must be odd",
                "convolution: {out: 1, kernel: 3, border: mirror} | net.layers[0].convolution.border must be one of zero, reflect, replicate, circular, was 'mirror'",
                "convolution: {out: 1, kernel: 7, padding: 6, border: reflect} | net.layers[0] a height of 6 has at most 5 positions of reflect border, padding is 6",
                "convolution: {out: 1, kernel: 9} | net.layers[0] a kernel of 9 does not fit into a height of 6 with padding 0",
                "relu, max-pool: {kernel: 2, padding: 2} | net.layers[1].max-pool has a padding of 2, more than half of its kernel of 2",
                "max-pool: {kernel: 2, round: sideways} | net.layers[0].max-pool.round must be one of down, up, was 'sideways'",
                "transposed-convolution: {out: 1, kernel: 2, stride: 2, extra: 2} | net.layers[0].transposed-convolution has 2 extra positions; they must be fewer than the stride or the dilation",
                "upsample: {by: 2, how: cubic} | net.layers[0].upsample.how must be one of nearest, bilinear, was 'cubic'",
                "dropout: {rate: 1} | net.layers[0].dropout.rate must be a number from 0.0 to 0.99, was '1'",
                "dense: {out: 10}, reshape: {channels: 3, height: 2, width: 2} | net.layers[1] 10 x 1 x 1 are 10 numbers, 3 x 2 x 2 would be 12",
                "relu, skip: [relu, dense: {out: 5}] | net.layers[1] the layers of a skip must keep the shape of its input: 1 x 6 x 8 went in, 5 x 1 x 1 came out",
                "skip: [relu, convolution: {out: 1, kernel: 8}] | net.layers[0].skip[1] a kernel of 8 does not fit into a height of 6 with padding 0",
                "concat: [max-pool: {kernel: 2}] | net.layers[0] the layers of a concat must keep height and width: 1 x 6 x 8 went in, 1 x 3 x 4 came out",
                "skip: [code] | net.layers[0] holds a code; a code must stand among the outermost layers, because everything passes through it",
                "dense: {out: 1000000}, dense: {out: 1000000} | net learns more numbers than one vector can hold, 2147483647",
                "upsample: {by: 16}, upsample: {by: 16}, upsample: {by: 16}, upsample: {by: 16} | net.layers[3] gives more numbers than one picture can hold here, 2147483647",
                "code, relu, code | net has more than one code"
            })
    void whatDoesNotFitIsRefusedWithItsPlaceAndReason(String layers, String fault) {
        assertThatThrownBy(() -> Nets.fixed(1, 6, 8, layers)).hasMessage("test: line 1, " + fault);
    }

    @Test
    void layersThatLookAtTheWholePictureNeedOneSize() {
        assertThatThrownBy(() -> ArchitectureReader.ofRecipe("r", """
                net:
                  inputs: 1
                  layers:
                    - convolution: {out: 1, kernel: 3, padding: 1, border: circular}
                    - skip:
                        - dense: {out: 3}
                """))
                .hasMessage(
                        "r: line 4, net.layers[0] looks at the whole picture (convolution 3x3, padding 1, border circular):"
                                + " the network needs one size, height and width beside its inputs"
                                + "; line 6, net.layers[1].skip[0] looks at the whole picture (dense):"
                                + " the network needs one size, height and width beside its inputs");
        assertThatThrownBy(() -> ArchitectureReader.ofRecipe("r", "net: {inputs: 1, height: 4, layers: [relu]}"))
                .hasMessage("r: line 1, net.width is missing");
    }

    @Test
    void theDigestTellsWhatSizesDoNotShow() {
        List<String> unlike = List.of(
                "max-pool: {kernel: 2}",
                "max-pool: {kernel: 2, round: up}",
                "mean-pool: {kernel: 2}",
                "relu",
                "leaky-relu",
                "leaky-relu: {slope: 0.2}",
                "dropout: {rate: 0.1}",
                "dropout: {rate: 0.2}",
                "upsample: {by: 2}",
                "upsample: {by: 2, how: bilinear}",
                "convolution: {out: 1, kernel: 3, padding: 1}",
                "convolution: {out: 1, kernel: 3, padding: 1, border: reflect}",
                "convolution: {out: 1, kernel: 3, padding: 1, border: replicate}",
                "convolution: {out: 1, kernel: 4, stride: 4}",
                "convolution: {out: 1, kernel: 4, stride: 4, padding: 1}",
                "convolution: {out: 1, kernel: [1, 9], padding: same}",
                "convolution: {out: 1, kernel: [9, 1], padding: same}");

        assertThat(unlike.stream()
                        .map(layer -> Nets.fixed(1, 8, 8, layer).digest())
                        .distinct())
                .hasSameSizeAs(unlike);
        assertThat(Nets.fixed(1, 8, 8, "relu").digest())
                .isNotEqualTo(Nets.fixed(1, 8, 9, "relu").digest());
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
                        + " dense, transposed-dense, flatten, reshape, relu, leaky-relu, sigmoid, tanh, swish, gelu, glu, scale, channels, dropout,"
                        + " code, concat, skip, was 'pool'"
                        + "; line 7, net.layers[2].transposed-convolution.stride must be a whole number from 1 to 16, was '-2'"
                        + "; line 3, net.depth is unknown; known are inputs, area, height, width, layers");
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
    void sizesAreLookedAtThoughAnotherSectionHasFaultsToo() {
        Faults faults = new Faults();
        Fields recipe = Fields.parse(
                "r", "task: sleep\nnet: {inputs: 1, layers: [{convolution: {out: 1, kernel: 3}}]}", faults);
        recipe.oneOf("task", "denoise");
        ArchitectureReader.read(recipe.fields("net"));

        assertThatThrownBy(() -> faults.throwIfAny("r"))
                .hasMessageContaining("task must be one of denoise, was 'sleep'")
                .hasMessageContaining("no fixed share of the input's");
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
                .hasMessageContaining("is not valid YAML");
        assertThatThrownBy(() -> ArchitectureReader.ofRecipe("r", "")).hasMessageContaining("is empty");
    }

    @Test
    void aRecipeThatIsNestedTooDeeplyIsRefused() {
        String deep = "net: " + "[".repeat(60) + "]".repeat(60);

        assertThatThrownBy(() -> ArchitectureReader.ofRecipe("deep.yaml", deep))
                .isInstanceOf(BadRecipe.class)
                .hasMessageContaining("is not valid YAML: Nesting Depth exceeded");
    }
}
