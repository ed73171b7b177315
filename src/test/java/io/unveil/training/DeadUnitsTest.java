package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.autoencoder.Weights;
import io.unveil.autoencoder.layer.Weight;
import io.unveil.model.GivenNoise;
import io.unveil.model.ResidualNoise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units of a ReLU that answer 0 to everything. */
class DeadUnitsTest {
    private final Recipe recipe = TinyRecipe.read();

    /**
     * The tiny denoiser as it starts, but with biases that silence the first so many units of each of its two ReLUs and
     * open the others.
     */
    private List<DeadUnits> deadUnits(int first, int second) {
        float[] weights = Weights.start(recipe.net(), 1);
        int at = 0;
        for (Weight weight : recipe.net().weights()) {
            int closed = Map.of("layers.1.skip.0.bias", first, "layers.1.skip.2.bias", second)
                    .getOrDefault(weight.name(), -1);
            for (int i = 0; i < weight.count() && closed >= 0; i++) {
                weights[at + i] = i < closed ? -1e6f : 1e3f;
            }
            at += weight.count();
        }
        var convention = (ResidualNoise) recipe.lesson().convention(recipe.net());
        TorchEngine.noGradients();
        try (Network network = Network.load(Device.cpu(), recipe.net(), weights, Precision.FP32)) {
            return DeadUnits.of(
                    network,
                    List.of(
                            convention.planes(Drawn.picture(32, 32, 1), new GivenNoise(25, false)),
                            convention.planes(Drawn.picture(40, 24, 1), new GivenNoise(50, false))));
        }
    }

    @Test
    void everyReluIsListenedTo() {
        assertThat(deadUnits(0, 0))
                .containsExactly(new DeadUnits("layers.1.skip.1", 0, 32), new DeadUnits("layers.2", 0, 16));
        assertThat(deadUnits(7, 16))
                .containsExactly(new DeadUnits("layers.1.skip.1", 7, 32), new DeadUnits("layers.2", 16, 16));
    }

    @Test
    void halfOfThemAreMost() {
        assertThat(new DeadUnits("layers.2", 7, 16).areMost()).isFalse();
        assertThat(new DeadUnits("layers.2", 8, 16).areMost()).isTrue();
    }

    @Test
    void aTrainingSaysWhichAndItsReportAsWell(@TempDir Path folder) throws IOException {
        // At this rate everything is driven below 0 within a few steps.
        String wild = TinyRecipe.TEXT.replace("peak: 0.01", "peak: 1");
        Path data = Drawn.folder(folder.resolve("data"), 6, 48);
        List<DeadUnits> said = new ArrayList<>();
        Watcher watcher = new TinyRecipe.Silent() {
            @Override
            public void deadUnits(List<DeadUnits> layers) {
                said.addAll(layers);
            }
        };

        Training.run(
                TinyRecipe.plan(wild, data, folder.resolve("wild"), new Budget.Steps(20), false), watcher, () -> false);

        assertThat(said).isNotEmpty().allMatch(DeadUnits::areMost);
        assertThat(Files.readString(folder.resolve("wild/report.html")))
                .contains(said.get(0).toString());
    }
}
