package io.unveil.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.unveil.autoencoder.Precision;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code drive_step.py} beside {@code train}; skipped where no Python with PyTorch, NumPy and Pillow is found. */
class DriveStepTest {
    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");
    private static final int STEPS = 6;
    private static final int SHARED_STEPS = 50;
    private static final String RECIPE =
            TinyRecipe.TEXT.replace("patch: 32", "patch: 32\n  shrunk: [0.7]\n  recompressed: [85, 40]");
    private static final String DRIVER = "src/main/python/drive_step.py";

    @TempDir
    Path folder;

    private Path data;
    private Path step;

    @BeforeEach
    void name() {
        data = folder.resolve("photos");
        step = folder.resolve("step.pt");
    }

    @Test
    void drivenByPythonTheTrainingHasTheSameExamplesLossesAndPapersAndComesHome() throws Exception {
        String python = python();
        write();
        List<StepResult> here = new ArrayList<>();
        train(STEPS, false, here);
        train(2 * STEPS, true, here);

        Path away = folder.resolve("away");
        run(python, DRIVER, step, "--data", data, "--output", away, "--device", "cpu");
        run(
                python,
                DRIVER,
                step,
                "--data",
                data,
                "--output",
                away,
                "--device",
                "cpu",
                "--steps",
                2 * STEPS,
                "--resume");

        List<String> losses = Files.readAllLines(away.resolve("losses.csv"));
        assertThat(losses).hasSize(2 * STEPS).hasSameSizeAs(here);
        for (int i = 0; i < losses.size(); i++) {
            String[] line = losses.get(i).split(",");
            assertThat(Integer.parseInt(line[0])).isEqualTo(i + 1);
            float loss = here.get(i).loss();
            assertThat(Float.parseFloat(line[1])).isCloseTo(loss, within(1e-4f * loss));
        }
        Manifest home = new ModelImport(
                        Files.writeString(folder.resolve("tiny.yaml"), RECIPE),
                        away.resolve("weights.safetensors"),
                        away.resolve("provenance.json"),
                        folder.resolve("home"),
                        Optional.empty(),
                        "a test",
                        "unveil test")
                .run();
        Manifest.Provenance trained =
                ModelFolder.read(folder.resolve("here")).manifest().provenance();
        assertThat(home.provenance().data())
                .as("names, counts, digests, licences")
                .isEqualTo(trained.data());
        assertThat(home.provenance().steps()).isEqualTo(2 * STEPS);
        assertThat(home.provenance().device()).isEqualTo("cpu");
    }

    /** Data-parallel training with the processes that torchrun starts; gloo averages over them. */
    @Test
    void twoProcessesWithHalfTheBatchEachLearnWhatOneProcessLearns() throws Exception {
        String python = python();
        write();
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        run(python, DRIVER, step, "--data", data, "--output", one, "--device", "cpu", "--steps", SHARED_STEPS);
        run(
                python,
                "-m",
                "torch.distributed.run",
                "--standalone",
                "--nproc_per_node=2",
                "--redirects=9:1", // of a process that there is not: PyTorch 1.13 on Python 3.11 fails at its own
                // default, none
                "--tee=9:1",
                DRIVER,
                step,
                "--data",
                data,
                "--output",
                two,
                "--device",
                "cpu",
                "--steps",
                SHARED_STEPS);

        List<String> alone = Files.readAllLines(one.resolve("losses.csv"));
        List<String> together = Files.readAllLines(two.resolve("losses.csv"));
        assertThat(together).hasSize(SHARED_STEPS).hasSameSizeAs(alone);
        for (int i = 0; i < SHARED_STEPS; i++) {
            float loss = Float.parseFloat(alone.get(i).split(",")[1]);
            assertThat(Float.parseFloat(together.get(i).split(",")[1]))
                    .as("step %d", i + 1)
                    .isCloseTo(loss, within(1e-4f * loss));
        }
        assertThat(two.resolve("weights.safetensors")).exists();
    }

    private void train(int steps, boolean resume, List<StepResult> seen) throws IOException {
        Watcher watcher = new TinyRecipe.Silent() {
            @Override
            public void stepDone(long step, double done, double seconds, StepResult learned) {
                seen.add(learned);
            }
        };
        Training.run(
                TinyRecipe.plan(RECIPE, data, folder.resolve("here"), new Budget.Steps(steps), resume),
                watcher,
                () -> false);
    }

    /** Pictures of several sizes, depths and colours in several folders; some of no use. */
    private void write() throws IOException {
        Drawn.folder(data, 22, 48);
        Drawn.folder(data.resolve("drawn"), 2, 36);
        Drawn.folder(data.resolve("too-small"), 1, 20);
        Files.writeString(data.resolve("broken.png"), "no picture");
        Files.writeString(data.resolve("SOURCES.csv"), """
                file,licence,note
                a,CC0-1.0,"one, two"
                b,MIT,
                c,CC0-1.0,
                """);
        wave("eight-colour.png", 3, BitDepth.EIGHT);
        wave("sixteen-gray.png", 1, BitDepth.SIXTEEN);
        Files.write(
                step, StepExport.of(Recipe.read("tiny.yaml", RECIPE), RECIPE, Precision.FP32, STEPS, "unveil test"));
    }

    private void wave(String name, int channels, BitDepth depth) throws IOException {
        float[] values = new float[60 * 40 * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.5 + 0.5 * Math.sin(i * 0.37));
        }
        Picture picture = Picture.of(new Pixels(60, 40, channels, values), depth, Format.PNG);
        Files.write(data.resolve(name), Codec.encode(picture, Format.PNG, 100));
    }

    private static String python() throws Exception {
        for (String python : PYTHONS) {
            try {
                Process found = new ProcessBuilder(python, "-c", "import numpy, PIL, torch")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (found.waitFor() == 0) {
                    return python;
                }
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("Cannot run program"); // there is none of this name
            }
        }
        assumeTrue(false, "no Python with PyTorch, NumPy and Pillow here: drive_step.py was not run");
        throw new IllegalStateException("skipped");
    }

    private static void run(Object... words) throws Exception {
        List<String> command = new ArrayList<>();
        for (Object word : words) {
            command.add(word.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
