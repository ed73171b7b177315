package io.unveil.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Pretraining: what an autoencoder's encoder has learnt starts another network. */
class TransplantTest {
    private static final Architecture AUTOENCODER = Nets.fixed(1, 4, 4, """
            convolution: {out: 2, kernel: 3, padding: 1}, relu, dense: {out: 3}, code,
            dense: {out: 3}, dense: {out: 16}, reshape: {channels: 1, height: 4, width: 4}""");

    private static final Architecture REGRESSION = Nets.fixed(1, 4, 4, """
            convolution: {out: 2, kernel: 3, padding: 1}, relu, dense: {out: 4}, relu,
            dense: {out: 3}, dense: {out: 1}""");

    @Test
    void tensorsOfTheEncoderAreTakenWhereNameAndShapeAreAlike() {
        float[] learnt = Nets.weights(AUTOENCODER, 1);
        float[] start = Nets.weights(REGRESSION, 2);
        float[] before = start.clone();

        Weights.Transplant transplant = Weights.transplant(AUTOENCODER, learnt, REGRESSION, start);

        // the first dense layer has another width; the second stands behind the code, where layers.4 means something
        // else
        assertThat(transplant.taken()).containsExactly("layers.0.kernel", "layers.0.bias");
        assertThat(transplant.left())
                .containsExactly(
                        "layers.2.kernel",
                        "layers.2.bias",
                        "layers.4.kernel",
                        "layers.4.bias",
                        "layers.5.kernel",
                        "layers.5.bias");
        assertThat(Arrays.copyOf(transplant.vector(), 20)).containsExactly(Arrays.copyOf(learnt, 20));
        assertThat(Arrays.copyOfRange(transplant.vector(), 20, start.length))
                .containsExactly(Arrays.copyOfRange(start, 20, start.length));
        assertThat(start).as("the start itself is not changed").containsExactly(before);
    }

    @Test
    void tensorsFindTheirPlaceThoughOtherTensorsBeforeThemDiffer() {
        Architecture wide =
                Nets.fixed(1, 4, 4, "convolution: {out: 5, kernel: 3}, flatten, dense: {out: 3}, dense: {out: 2}");
        Architecture narrow =
                Nets.fixed(1, 4, 4, "convolution: {out: 2, kernel: 3}, flatten, dense: {out: 3}, dense: {out: 2}");
        float[] learnt = Nets.weights(wide, 1);

        Weights.Transplant transplant = Weights.transplant(wide, learnt, narrow, new float[narrow.parameters()]);

        assertThat(transplant.taken()).containsExactly("layers.2.bias", "layers.3.kernel", "layers.3.bias");
        int tail = 3 + 6 + 2;
        assertThat(Arrays.copyOfRange(transplant.vector(), narrow.parameters() - tail, narrow.parameters()))
                .containsExactly(Arrays.copyOfRange(learnt, wide.parameters() - tail, wide.parameters()));
    }

    @Test
    void aVectorOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> Weights.transplant(AUTOENCODER, new float[3], REGRESSION, new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the architecture learns %d numbers, there are 3".formatted(AUTOENCODER.parameters()));
    }
}
