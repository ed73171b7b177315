package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.data.UnusableData;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrefetchedExamplesTest {
    /** Each step's number, in a buffer that the next one fills again, as examples do. */
    private static Examples numbers() {
        FloatBuffer buffer = Examples.floats(1);
        return (step, call) -> {
            buffer.put(0, step);
            return List.of(call.create(buffer.rewind(), new Shape(1)));
        };
    }

    @Test
    void everyStepGetsItsOwnExamplesAlsoWhenOthersAreDrawnMeanwhile() {
        try (PrefetchedExamples ahead = new PrefetchedExamples(numbers(), 5, Device.cpu());
                NDManager call = TorchEngine.newManager(Device.cpu())) {
            for (long step = 5; step < 40; step++) {
                NDArray given = ahead.ofStep(step, call).get(0);
                assertThat(given.toFloatArray()).containsExactly(step);
            }
            assertThat(ahead.ofStep(7, call).get(0).toFloatArray())
                    .as("one that was not foreseen")
                    .containsExactly(7);
        }
    }

    @Test
    void whatGoesWrongInDrawingComesOutWhereTheStepIsAskedFor() {
        Examples broken = (step, call) -> {
            throw new UnusableData("nothing to draw in step " + step);
        };
        try (PrefetchedExamples ahead = new PrefetchedExamples(broken, 1, Device.cpu());
                NDManager call = TorchEngine.newManager(Device.cpu())) {
            assertThatThrownBy(() -> ahead.ofStep(1, call))
                    .isInstanceOf(UnusableData.class)
                    .hasMessage("nothing to draw in step 1");
        }
    }
}
