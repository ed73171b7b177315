package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.training.SmallestRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tiny training as a user starts it, and what a user can do with its model. */
class TrainCommandTest {
    @TempDir
    Path folder;

    private Path recipe;
    private Path data;
    private Path output;

    @BeforeEach
    void write() throws IOException {
        recipe = Files.writeString(folder.resolve("tiny.yaml"), SmallestRecipe.TEXT);
        data = folder.resolve("photos");
        output = folder.resolve("models/tiny");
        TestFiles.write(data.resolve("a.png"), TestFiles.waves(40, 30, 1, BitDepth.EIGHT));
        TestFiles.write(data.resolve("b.png"), TestFiles.waves(30, 40, 3, BitDepth.EIGHT));
    }

    private Cli train(Object... more) {
        Object[] all = new Object[more.length + 9];
        System.arraycopy(
                new Object[] {
                    "train", "--recipe", recipe, "--data", data, "--output", output, "--device=cpu", "--precision=fp32"
                },
                0,
                all,
                0,
                9);
        System.arraycopy(more, 0, all, 9, more.length);
        return Cli.run(all);
    }

    @Test
    void a_training_leaves_a_sound_model_that_cleans_and_whose_speed_can_be_measured() {
        Cli run = train("--steps=2");
        assertThat(run.err()).startsWith("1 examples to train on, 1 to validate with, cpu");
        assertThat(run.code()).isZero();
        assertThat(output.resolve("report.html")).isNotEmptyFile();
        Path models = folder.resolve("models");
        assertThat(Cli.run("models", "verify", "tiny", "--models", models).code())
                .isZero();
        JsonNode manifest = JsonMapper.shared().readTree(output.resolve("manifest.json"));
        assertThat(manifest.path("createdBy").asString()).startsWith("unveil ").isEqualTo(Version.product());
        assertThat(manifest.path("provenance").path("steps").asInt()).isEqualTo(2);
        assertThat(manifest.path("figures").get(0).path("command").asString()).startsWith("unveil train --recipe ");
        Path clean = folder.resolve("clean.png");
        assertThat(Cli.run(
                                "denoise",
                                data.resolve("a.png"),
                                "-o",
                                clean,
                                "--models",
                                models,
                                "--model=tiny",
                                "--sigma=9")
                        .code())
                .isZero();
        assertThat(clean).isNotEmptyFile();
    }

    @Test
    void a_folder_without_pictures_fails_with_its_name() throws IOException {
        data = Files.createDirectory(folder.resolve("empty"));
        Cli run = train();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("unveil train: " + data + " holds no picture that can be trained on");
        assertThat(output).doesNotExist();
    }

    @Test
    void a_checkpoint_of_another_recipe_is_not_resumed() {
        train("--steps=2");
        Cli run = train("--steps=4", "--resume", "--seed=2");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "unveil train: the checkpoint in %s is of another recipe (or seed); resume with the same, or train into another folder"
                                .formatted(output));
    }

    @Test
    void a_recipe_with_faults_is_refused_with_each_of_them() throws IOException {
        Files.writeString(
                recipe, SmallestRecipe.TEXT.replace("patch: 16", "patch: 1").replace("seed: 1", "sead: 1"));
        Cli run = train();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("unveil train: " + recipe + ": line ")
                .contains("training.patch must be a whole number from 8 to 512, was '1'", "training.sead is unknown");
    }

    @Test
    void steps_and_minutes_are_checked() {
        assertThat(train("--steps=3", "--minutes=1").err())
                .isEqualTo("unveil train: give --steps or --minutes, not both");
        assertThat(train("--steps=0").err()).isEqualTo("unveil train: steps was '0', allowed is a whole number from 1");
        assertThat(train("--minutes=-1").err())
                .isEqualTo("unveil train: minutes was '-1.0', allowed is a number above 0");
        assertThat(train("--minutes=NaN").code()).isEqualTo(2);
    }
}
