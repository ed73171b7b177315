package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.UnusableData;
import io.unveil.file.Digests;
import io.unveil.image.Size;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures in, weights out: with the real engine, on pictures drawn here. */
class TrainingTest {
    @TempDir
    Path folder;

    private static History train(TrainingPlan plan) throws IOException {
        return Training.run(plan, new TinyRecipe.Silent(), () -> false);
    }

    private static double psnr(History history, int condition) {
        return history.looks()
                .get(history.looks().size() - 1)
                .conditions()
                .get(condition)
                .after();
    }

    @Test
    void aFewStepsTeachANetworkToCleanPicturesThatItHasNotSeen() throws IOException {
        Path data = Drawn.folder(folder.resolve("data"), 21, 64);

        History history = train(TinyRecipe.plan(data, folder.resolve("m"), new Budget.Steps(150), false));

        double noisy = history.looks().get(0).conditions().get(1).before();
        assertThat(noisy).isBetween(20.0, 21.0); // 20 log10(255 / 25) = 20.17, a little more after clipping
        assertThat(psnr(history, 1)).isGreaterThan(noisy + 5);
    }

    @Test
    void theFolderThatIsLeftCanBeReadAndSaysHowItCameToBe() throws IOException {
        Path data = Drawn.folder(folder.resolve("data"), 3, 48);

        train(TinyRecipe.plan(data, folder.resolve("m"), new Budget.Steps(20), false));

        ModelFolder model = ModelFolder.read(folder.resolve("m"));
        assertThat(model.recipe()).isEqualTo(TinyRecipe.TEXT);
        assertThat(model.manifest().name()).isEqualTo("m");
        assertThat(model.manifest().provenance().steps()).isEqualTo(20);
        assertThat(model.manifest().provenance().data()).singleElement().satisfies(set -> {
            assertThat(set.name()).isEqualTo("data");
            assertThat(set.pictures()).isEqualTo(3);
            assertThat(set.licence()).isEqualTo("not stated: the folder has no SOURCES.csv");
        });
        assertThat(Files.readString(folder.resolve("m/report.html")))
                .contains("<svg", "data:image/png;base64,")
                .doesNotContain("http");
    }

    @Test
    void twoHalvesWithAResumeBetweenAreTheSameTrainingNumberForNumber() throws IOException {
        Path data = Drawn.folder(folder.resolve("data"), 5, 48);

        train(TinyRecipe.plan(data, folder.resolve("whole"), new Budget.Steps(40), false));
        AtomicInteger steps = new AtomicInteger();
        Training.run(
                TinyRecipe.plan(data, folder.resolve("halves"), new Budget.Steps(40), false),
                new TinyRecipe.Silent(),
                () -> steps.getAndIncrement() == 17); // not where a validation falls
        assertThat(Checkpoint.read(folder.resolve("halves")).orElseThrow().step())
                .isEqualTo(17);
        train(TinyRecipe.plan(data, folder.resolve("halves"), new Budget.Steps(40), true));

        LearnerState whole =
                Checkpoint.read(folder.resolve("whole")).orElseThrow().state();
        LearnerState halves =
                Checkpoint.read(folder.resolve("halves")).orElseThrow().state();
        assertThat(halves.weights()).containsExactly(whole.weights());
        assertThat(halves.averaged()).containsExactly(whole.averaged());
        assertThat(halves.squares()).containsExactly(whole.squares());
        assertThat(halves.norm()).isEqualTo(whole.norm());
    }

    @Test
    void anotherSeedGivesOtherWeights() throws IOException {
        Path data = Drawn.folder(folder.resolve("data"), 3, 48);

        train(TinyRecipe.plan(data, folder.resolve("three"), new Budget.Steps(2), false));
        train(TinyRecipe.plan(
                TinyRecipe.TEXT.replace("seed: 3", "seed: 4"),
                data,
                folder.resolve("four"),
                new Budget.Steps(2),
                false));

        assertThat(ModelFolder.read(folder.resolve("three")).weights())
                .isNotEqualTo(ModelFolder.read(folder.resolve("four")).weights());
    }

    @Test
    void toResumeWithAnotherRecipeIsRefused() throws IOException {
        Path data = Drawn.folder(folder.resolve("data"), 3, 48);
        train(TinyRecipe.plan(data, folder.resolve("m"), new Budget.Steps(2), false));

        String other = TinyRecipe.TEXT.replace("batch: 4", "batch: 5");
        assertThatThrownBy(() -> train(TinyRecipe.plan(other, data, folder.resolve("m"), new Budget.Steps(4), true)))
                .hasMessage(
                        "the checkpoint in %s is of another recipe (or seed); resume with the same, or train into another folder"
                                .formatted(folder.resolve("m")));
    }

    @Test
    void toResumeWithOtherDataIsRefused() throws IOException {
        Path data = Drawn.folder(folder.resolve("data"), 3, 48);
        Path other = Drawn.folder(folder.resolve("other"), 4, 48);
        train(TinyRecipe.plan(data, folder.resolve("m"), new Budget.Steps(2), false));

        assertThatThrownBy(() -> train(TinyRecipe.plan(other, folder.resolve("m"), new Budget.Steps(4), true)))
                .hasMessage(
                        "the checkpoint in %s is of another data; resume with the same, or train into another folder"
                                .formatted(folder.resolve("m")));
    }

    @Test
    void aCheckpointIsTiedToTheTextOfItsRecipeAndToTheSeedThatWasUsed() throws IOException {
        Path data = Drawn.folder(folder.resolve("data"), 3, 48);
        TrainingPlan plan = TinyRecipe.plan(data, folder.resolve("m"), new Budget.Steps(2), false);
        train(plan);

        String run =
                TinyRecipe.TEXT + "\nseed 3"; // and to nothing that a new version of the program may call otherwise
        assertThat(Checkpoint.read(folder.resolve("m")).orElseThrow().recipe())
                .isEqualTo(Digests.sha256(run.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aDamagedCheckpointIsRefused() throws IOException {
        Path data = Drawn.folder(folder.resolve("data"), 3, 48);
        train(TinyRecipe.plan(data, folder.resolve("m"), new Budget.Steps(2), false));
        Files.write(folder.resolve("m/checkpoint/step-2.safetensors"), new byte[100]);

        assertThatThrownBy(() -> train(TinyRecipe.plan(data, folder.resolve("m"), new Budget.Steps(4), true)))
                .hasMessage("%s does not have the digest that checkpoint.json names"
                        .formatted(folder.resolve("m/checkpoint/step-2.safetensors")));
    }

    @Test
    void aTrainingThatDivergesStopsWithTheReasonAndKeepsTheLastCheckpoint() throws IOException {
        Path data = Drawn.folder(folder.resolve("data"), 3, 48);
        Path model = folder.resolve("m");
        train(TinyRecipe.plan(data, model, new Budget.Steps(2), false));
        Checkpoint sound = Checkpoint.read(model).orElseThrow();
        sound.state().weights()[0] = Float.NaN; // what a rate far too high ends in
        sound.write(model);

        assertThatThrownBy(() -> train(TinyRecipe.plan(data, model, new Budget.Steps(100), true)))
                .isInstanceOf(Diverged.class)
                .hasMessage(
                        "step 3 gave loss NaN and gradient norm NaN: the training has diverged; the last checkpoint is kept, "
                                + "a lower rate.peak in the recipe usually cures it");
        assertThat(Checkpoint.read(model).orElseThrow().step()).isEqualTo(2);
        assertThat(ModelFolder.read(model).manifest().provenance().steps()).isEqualTo(2);
    }

    @Test
    void aFolderWithNoUsablePictureIsRefusedWithWhatWasFound() throws IOException {
        Path data = Drawn.folder(folder.resolve("data"), 2, 31);
        Files.writeString(data.resolve("text.png"), "no picture");

        assertThatThrownBy(() -> train(TinyRecipe.plan(data, folder.resolve("m"), new Budget.Steps(1), false)))
                .isInstanceOf(UnusableData.class)
                .hasMessage(
                        ("%s holds no picture that can be trained on: 2 smaller than the patch of 32 x 32, 1 unreadable, "
                                        + "of .png .jpg .jpeg .webp .tif .tiff .bmp .gif .pnm .ppm .pgm .pbm .pam .pfm .psd .psb .hdr .exr .heic .heif .hif .avif")
                                .formatted(data));
    }

    @Test
    void aFolderThatDoesNotExistIsRefused() {
        assertThatThrownBy(() ->
                        train(TinyRecipe.plan(folder.resolve("none"), folder.resolve("m"), new Budget.Steps(1), false)))
                .hasMessage("%s does not exist".formatted(folder.resolve("none")));
    }

    @Test
    void anOutputThatCannotBeWrittenIsAnError() throws IOException {
        Path data = Drawn.folder(folder.resolve("data"), 3, 48);
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> train(TinyRecipe.plan(data, file.resolve("m"), new Budget.Steps(1), false)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aZipOfPicturesIsReadLikeAFolder() throws IOException {
        Path data = Drawn.folder(folder.resolve("data"), 3, 48);
        Path zip = folder.resolve("data.zip");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < 3; i++) {
                out.putNextEntry(new java.util.zip.ZipEntry("pictures/drawn-%02d.png".formatted(i)));
                Files.copy(data.resolve("drawn-%02d.png".formatted(i)), out);
            }
        }

        Dataset zipped = Dataset.read(zip.toString(), DatasetPart.TRAINING, 1, new Size(32, 32));
        Dataset plain = Dataset.read(data.toString(), DatasetPart.TRAINING, 1, new Size(32, 32));
        assertThat(zipped.count()).isEqualTo(3);
        assertThat(zipped.set().digest()).isEqualTo(plain.set().digest());
    }
}
