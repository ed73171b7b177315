package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import io.unveil.autoencoder.Precision;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an autoencoder has learnt without labels starts another training. */
class PretrainingTest {
    private static final String ENCODER = """
                - convolution: {out: 4, kernel: 3, padding: 1}
                - relu
                - mean-pool: {kernel: 2}
                - dense: {out: 16}
                - relu
            """;
    private static final String AUTOENCODER = TinyAutoencoder.text("", ENCODER + """
                - code
                - dense: {out: 256}
                - reshape: {channels: 1, height: 16, width: 16}
            """);
    private static final String MEASURE =
            TinyAutoencoder.text("", ENCODER + "    - dense: {out: 1}\n").replace("autoencode", "regress");

    @TempDir
    Path folder;

    /** What a training said when it started. */
    private final List<String> said = new ArrayList<>();

    private History train(String recipe, Path output, Optional<Path> initFrom, int steps, boolean resume)
            throws IOException {
        TrainingPlan plan = new TrainingPlan(
                Recipe.read("r.yaml", recipe),
                recipe,
                List.of(TinyAutoencoder.BLOBS),
                Optional.empty(),
                Optional.empty(),
                output,
                Precision.FP32,
                Device.cpu(),
                new Budget.Steps(steps),
                initFrom,
                resume,
                "a test",
                "unveil test");
        return Training.run(
                plan,
                new TinyRecipe.Silent() {
                    @Override
                    public void started(String what) {
                        said.add(what);
                    }
                },
                () -> false);
    }

    @Test
    void theEncodersWeightsAreWhatTheOtherTrainingStartsFrom() throws IOException {
        Path from = folder.resolve("autoencoder");
        train(AUTOENCODER, from, Optional.empty(), 50, false);
        float[] learnt = ModelFolder.read(from).weights();

        String standing = MEASURE.replace("peak: 0.01, end: 0.0001", "peak: 0.000000001, end: 0");
        train(standing, folder.resolve("m"), Optional.of(from), 1, false);

        float[] started = ModelFolder.read(folder.resolve("m")).weights();
        int encoder = 4 * 9 + 4 + 16 * 256 + 16;
        assertThat(Arrays.copyOf(started, encoder))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(Arrays.copyOf(learnt, encoder));
        assertThat(said.get(1)).endsWith(", 4 of 6 tensors from " + from);
    }

    @Test
    void aCheckpointGoesBeforeAnotherStart() throws IOException {
        Path from = folder.resolve("autoencoder");
        train(AUTOENCODER, from, Optional.empty(), 2, false);
        train(MEASURE, folder.resolve("m"), Optional.of(from), 2, false);

        train(MEASURE, folder.resolve("m"), Optional.of(from), 3, true);

        assertThat(said.get(2)).endsWith(", resumed after step 2");
    }

    @Test
    void theManifestSaysWhatTheTrainingStartedFromAlsoWhenItWasResumed() throws IOException {
        Path from = folder.resolve("autoencoder");
        train(AUTOENCODER, from, Optional.empty(), 2, false);
        Path model = folder.resolve("m");
        train(MEASURE, model, Optional.of(from), 2, false);
        train(MEASURE, model, Optional.empty(), 3, true);

        Manifest donor = ModelFolder.read(from).manifest();
        Manifest.Provenance provenance = ModelFolder.read(model).manifest().provenance();
        assertThat(provenance.from()).contains(new Manifest.Origin("autoencoder", donor.weights(), donor.provenance()));
        assertThat(donor.provenance().from()).isEmpty();
        assertThat(provenance.allData()).as("of both, each set once").isEqualTo(provenance.data());
    }

    @Test
    void aModelOfWhichNothingFitsIsRefused() throws IOException {
        Path from = folder.resolve("autoencoder");
        train(AUTOENCODER, from, Optional.empty(), 1, false);
        String other = TinyAutoencoder.text("");

        assertThatThrownBy(() -> train(other, folder.resolve("m"), Optional.of(from), 1, false))
                .isInstanceOf(UnusableCheckpoint.class)
                .hasMessage(
                        "nothing that %s has learnt fits this network: no tensor of its encoder has the place and shape of one here"
                                .formatted(from));
    }

    @Test
    void aFolderThatIsNoModelIsRefused() {
        assertThatThrownBy(() -> train(MEASURE, folder.resolve("m"), Optional.of(folder.resolve("none")), 1, false))
                .isInstanceOf(ModelFolder.Broken.class)
                .hasMessage("none/manifest.json is missing");
    }
}
