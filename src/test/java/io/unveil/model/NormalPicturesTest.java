package io.unveil.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.ArchitectureReader;
import io.unveil.autoencoder.Weights;
import io.unveil.file.Digests;
import io.unveil.file.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The normal pictures that a model keeps: what was written is read back, what does not fit is refused at load. */
class NormalPicturesTest {
    private static final String RECIPE = """
            net: {inputs: 1, height: 2, width: 3, layers: [{dense: {out: 8}}]}
            """;

    @TempDir
    Path folder;

    private final Architecture net = ArchitectureReader.ofRecipe("recipe", RECIPE);
    private final float[] weights = Weights.start(net, 1);
    private final NormalPictures kept =
            new NormalPictures(2, 2, 3, 1, new byte[] {0, 1, 2, 3, 4, 127, -128, -1, 5, 6, 7, 8});

    @BeforeEach
    void write() throws IOException {
        write(kept);
    }

    private void write(NormalPictures pictures) throws IOException {
        Manifest plain = ModelFolderTest.manifest(Task.ANOMALY, Weights.file(net, weights), RECIPE, net);
        Manifest.Inspection inspection = Manifest.Inspection.uncalibrated(Answer.TURN)
                .with(new Manifest.Memory(pictures.count(), Digests.sha256(pictures.file())));
        new ModelFolder(plain.with(inspection), net, weights, RECIPE, Optional.of(pictures)).write(folder);
    }

    @Test
    void whatWasWrittenIsReadBack() {
        NormalPictures read = ModelFolder.read(folder).normal().orElseThrow();

        assertThat(read.count()).isEqualTo(2);
        assertThat(List.of(read.height(), read.width(), read.channels())).containsExactly(2, 3, 1);
        assertThat(read.levels()).containsExactly(kept.levels());
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void anotherCalibrationKeepsThem() throws IOException {
        ModelFolder read = ModelFolder.read(folder);
        Manifest.Inspection other = read.manifest()
                .inspection()
                .orElseThrow()
                .with(
                        ScoringMethod.WHOLE,
                        new Manifest.Calibration(
                                "set", 4, List.of(1., 2., 3., 4.), List.of(1., 2., 3., 4.), "2026-11-23", "test"));
        new ModelFolder(read.manifest().with(other), net, weights, RECIPE, read.normal()).write(folder);

        assertThat(ModelFolder.read(folder).normal().orElseThrow().levels()).containsExactly(kept.levels());
    }

    @Test
    void aFileOfOtherPicturesIsRefused() throws IOException {
        byte[] other = kept.levels().clone();
        other[3]++;
        Files.write(folder.resolve(ModelFolder.NORMAL), new NormalPictures(2, 2, 3, 1, other).file());

        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(ModelFolder.Broken.class)
                .hasMessageContaining("/normal.safetensors has SHA-256 ")
                .hasMessageContaining(", the manifest says " + Digests.sha256(kept.file()));
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(folder.resolve(ModelFolder.NORMAL));

        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(ModelFolder.Broken.class)
                .hasMessageEndingWith("/normal.safetensors is missing");
    }

    @Test
    void picturesOfAnotherSizeThanTheNetworksAreRefused() throws IOException {
        write(new NormalPictures(2, 3, 2, 1, kept.levels()));

        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(ModelFolder.Broken.class)
                .hasMessageEndingWith(
                        "/normal.safetensors: the pictures are 1 x 3 x 2, the network takes 1 x 2 x 3 of sides 3x2");
    }

    @Test
    void weightsAreNoPictures() {
        byte[] file = Safetensors.write(Map.of("pictures", new Safetensors.Tensor(List.of(1, 1, 1, 1), new float[1])));

        assertThatThrownBy(() -> NormalPictures.of(file))
                .isInstanceOf(Safetensors.Malformed.class)
                .hasMessage("tensor 'pictures' has numbers of type 'F32'; only U8 is allowed");
    }

    @Test
    void aTensorOfAnotherNameOrRankIsNone() {
        assertThatThrownBy(() -> NormalPictures.of(
                        Safetensors.write("images", new Safetensors.Levels(List.of(1, 1, 1, 1), new byte[1]))))
                .hasMessage("the file holds the tensors [images], expected is only 'pictures'");
        assertThatThrownBy(() -> NormalPictures.of(
                        Safetensors.write("pictures", new Safetensors.Levels(List.of(1, 1, 1), new byte[1]))))
                .hasMessage("pictures have the shape (count, height, width, channels), these have [1, 1, 1]");
    }

    @ParameterizedTest(name = "of {0} x {0} in {1} channels, {2}")
    @CsvSource({
        "28, 1, 6000", // 4.7 MB: as many as are ever kept
        "64, 1, 2929", // 12 MB
        "64, 3, 976",
        "2048, 3, 0"
    })
    void noMoreAreKeptThanFitTwelveMegabytes(int side, int channels, int most) {
        assertThat(NormalPictures.most(side, side, channels)).isEqualTo(most);
    }

    @Test
    void moreAreRefused() {
        assertThatThrownBy(() -> new NormalPictures(6001, 1, 1, 1, new byte[6001]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a model stores 1 to 6000 pictures of 1x1 in 1 channels, not 6001");
    }
}
