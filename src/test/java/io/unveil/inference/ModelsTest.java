package io.unveil.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.autoencoder.Precision;
import io.unveil.inference.RefusedRequest.Reason;
import io.unveil.model.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which models there are, and what is said about those that do not serve. */
class ModelsTest {
    @TempDir
    Path root;

    private Models open() {
        return Models.open(new InferenceSettings(root, Device.CPU, "fp32", 1, 384));
    }

    private static void assertRefused(ThrowingCallable call, Reason reason, String... words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedRequest.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused).hasMessageContainingAll(words);
        });
    }

    @Test
    void aSoundFolderIsReadyWithWhatItsManifestSaysAndWhatItRunsOn() {
        TestModels.box(root, "box", 3);
        try (Models models = open()) {
            assertThat(models.find("box")).containsInstanceOf(ModelState.Ready.class);
            ModelState.Ready ready = (ModelState.Ready) models.find("box").orElseThrow();
            assertThat(ready.device()).isEqualTo("cpu");
            assertThat(ready.precision()).isEqualTo("fp32");
            ModelCard card = ready.card();
            assertThat(card.task()).isEqualTo(Task.DENOISE);
            assertThat(card.channels()).isEqualTo(3);
            assertThat(card.parameters()).isEqualTo(3 * (4 * 9 + 1));
            assertThat(card.multiplyAdds()).isEqualTo(3 * 4 * 9);
            assertThat(card.receptiveField()).isEqualTo(3);
            assertThat(card.overlap()).isEqualTo(1);
            assertThat(card.manifest()).containsEntry("task", "denoise").containsKey("provenance");
        }
    }

    @Test
    void aBrokenFolderIsListedWithItsErrorWhileTheOthersServe() throws IOException {
        TestModels.box(root, "good", 1);
        TestModels.box(root, "tampered", 1);
        Path weights = root.resolve("tampered/weights.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1] ^= 1;
        Files.write(weights, bytes);
        Files.createDirectory(root.resolve("empty"));
        try (Models models = open()) {
            assertThat(models.all()).extracting(ModelState::name).containsExactly("empty", "good", "tampered");
            assertThat(models.probe("good")).isPositive();
            assertRefused(
                    () -> models.require("tampered", Task.DENOISE),
                    Reason.MODEL_UNAVAILABLE,
                    "model 'tampered' could not be loaded",
                    "weights.safetensors",
                    "SHA-256");
            assertRefused(() -> models.probe("empty"), Reason.MODEL_UNAVAILABLE, "manifest.json", "missing");
        }
    }

    @Test
    void modelsThatAreLoadedSeveralAtATimeAreEachLoadedOnceAndListedByName() throws IOException {
        for (int i = 0; i < 9; i++) {
            TestModels.box(root, "m" + (i * 5 % 9), 1 + i % 2 * 2); // not in the order of their names
        }
        Files.delete(root.resolve("m3/recipe.yaml"));
        Files.delete(root.resolve("m7/weights.safetensors"));
        try (Models one = open();
                Models four = Models.open(new InferenceSettings(root, Device.CPU, "fp32", 4, 384))) {
            assertThat(four.all()).isEqualTo(one.all());
            assertThat(four.all().stream().map(ModelState::toString))
                    .hasSize(9)
                    .filteredOn(state -> state.startsWith("Broken"))
                    .containsExactly(
                            "Broken[name=m3, error=m3/recipe.yaml is missing]",
                            "Broken[name=m7, error=m7/weights.safetensors is missing]");
            assertThat(four.liveArrays()).isEqualTo(one.liveArrays()).isPositive();
            for (int i : new int[] {0, 1, 2, 4, 5, 6, 8}) {
                assertThat(four.probe("m" + i)).isPositive();
            }
        }
    }

    @Test
    void networksOfTheCourseWaitForTheirFirstUseVerifiedAndListed() throws IOException {
        TestModels.box(root, "box", 1);
        TestModels.quadrants(root, "small");
        TestModels.quadrants(root, "tampered");
        Files.delete(root.resolve("tampered/weights.safetensors"));
        try (Models models = open()) {
            assertThat(models.all()).extracting(ModelState::name).containsExactly("box", "small", "tampered");
            assertThat(models.find("small")).containsInstanceOf(ModelState.Ready.class);
            assertThat(models.find("tampered")).containsInstanceOf(ModelState.Broken.class);
            assertThat(models.waits("box")).isFalse();
            assertThat(models.waits("small")).isTrue();
            int before = models.liveArrays();

            assertThat(models.probe("small")).isPositive();

            assertThat(models.waits("small")).isFalse();
            assertThat(models.liveArrays()).isGreaterThan(before);
        }
    }

    @Test
    void anUnknownNameIsRefusedWithTheNamesThereAre() {
        TestModels.box(root, "b", 1);
        TestModels.box(root, "a", 1);
        try (Models models = open()) {
            assertThat(models.find("c")).isEmpty();
            assertRefused(
                    () -> models.require("c", Task.DENOISE),
                    Reason.UNKNOWN_MODEL,
                    "there is no model 'c', there are a, b");
        }
    }

    @Test
    void aModelOfAnotherTaskIsRefused() {
        TestModels.deep(root, "filler", 1, Task.FILL);
        try (Models models = open()) {
            assertRefused(
                    () -> models.require("filler", Task.DENOISE), Reason.WRONG_TASK, "'filler'", "fill", "denoise");
        }
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"../box", "..", ".", "", "sub/box", "/etc", "box\0"})
    void noNameLeadsOutOfTheRootOrDeeperIntoIt(String name) throws IOException {
        Path inner = Files.createDirectories(root.resolve("inner/sub"));
        TestModels.box(root, "box", 1);
        TestModels.box(inner, "box", 1);
        try (Models models = Models.open(new InferenceSettings(root.resolve("inner"), Device.CPU, "fp32", 1, 384))) {
            assertThat(models.find(name)).isEmpty();
        }
    }

    @Test
    void aFolderThatComesLaterIsFoundWhenAskedFor() {
        try (Models models = open()) {
            assertThat(models.all()).isEmpty();
            TestModels.box(root, "late", 1);
            assertThat(models.find("late")).isPresent();
            TestModels.box(root, "later", 1);
            assertThat(models.all()).extracting(ModelState::name).containsExactly("late", "later");
        }
    }

    @Test
    void filesBesideTheFoldersAreNoModels() throws IOException {
        Files.writeString(root.resolve("README.md"), "models");
        try (Models models = open()) {
            assertThat(models.all()).isEmpty();
        }
    }

    @Test
    void aMissingRootServesNothingAndSaysSoAtEachRequest() {
        try (Models models = Models.open(new InferenceSettings(root.resolve("none"), Device.CPU, "fp32", 1, 384))) {
            assertThat(models.all()).isEmpty();
            assertRefused(() -> models.require("a", Task.DENOISE), Reason.UNKNOWN_MODEL, "there are none");
        }
    }

    @ParameterizedTest(name = "{0} with {1} GPUs runs networks on {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "AUTO | 0 | cpu()",
                "AUTO | 1 | gpu(0)",
                "AUTO | 2 | gpu(0), gpu(1)",
                "CPU  | 1 | cpu()",
                "GPU  | 2 | gpu(0), gpu(1)"
            })
    void networksRunOnEveryGpuThereIsUnlessTheCpuIsAskedFor(Device options, int gpus, String expected) {
        assertThat(options.among(gpus).stream().map(Object::toString).collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @Test
    void networksAreDealtOutToSeveralGpusInTurn() {
        Compute two = new Compute(Device.GPU.among(2), Precision.FP32);

        assertThat(IntStream.range(0, 5).mapToObj(two::deviceOf).map(ai.djl.Device::getDeviceId))
                .containsExactly(0, 1, 0, 1, 0);
    }

    @Test
    void aGpuThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> Device.GPU.among(0))
                .isInstanceOf(NoGpu.class)
                .hasMessageContaining("unveil.device is gpu, but the engine sees none");
    }
}
