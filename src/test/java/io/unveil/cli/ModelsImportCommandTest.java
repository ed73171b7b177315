package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.file.Digests;
import io.unveil.image.BitDepth;
import io.unveil.training.SmallestRecipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Weights that were trained on another machine become a model as any other. */
class ModelsImportCommandTest {
    @TempDir
    Path folder;

    private Path recipe;
    private Path held;
    private Path weights;
    private Path provenance;
    private Path output;

    /** Stands for what drive_step.py writes: weights that were trained here. */
    @BeforeEach
    void write() throws IOException {
        recipe = Files.writeString(folder.resolve("tiny.yaml"), SmallestRecipe.TEXT);
        Path data = folder.resolve("photos");
        TestFiles.write(data.resolve("a.png"), TestFiles.waves(40, 30, 1, BitDepth.EIGHT));
        TestFiles.write(data.resolve("b.png"), TestFiles.waves(30, 40, 1, BitDepth.EIGHT));
        held = folder.resolve("held");
        TestFiles.write(held.resolve("c.png"), TestFiles.waves(50, 40, 1, BitDepth.EIGHT));
        Path trained = folder.resolve("trained");
        assertThat(Cli.run(
                                "train",
                                "--recipe",
                                recipe,
                                "--data",
                                data,
                                "--output",
                                trained,
                                "--device=cpu",
                                "--precision=fp32")
                        .code())
                .isZero();
        weights = trained.resolve("weights.safetensors");
        provenance = Files.writeString(folder.resolve("provenance.json"), """
                {"recipe": "%s", "weights": "%s", "seed": 1, "precision": "fp32", "steps": 4, "seconds": 2,
                 "finished": "2026-11-23", "device": "cpu", "threads": 1, "torch": "1.13.0", "python": "3.11.2",
                 "system": "Linux x86_64", "heldOut": 1,
                 "data": [{"name": "photos", "pictures": 2, "digest": "abc", "licence": "CC0-1.0: 2"}]}
                """.formatted(
                        Digests.sha256(SmallestRecipe.TEXT.getBytes(StandardCharsets.UTF_8)),
                        Digests.sha256(Files.readAllBytes(weights))));
        output = folder.resolve("models/away");
    }

    private Cli bring(Object... more) {
        Object[] all = {
            "models", "import", "--recipe", recipe, "--weights", weights, "--provenance", provenance, "--output", output
        };
        Object[] words = new Object[all.length + more.length];
        System.arraycopy(all, 0, words, 0, all.length);
        System.arraycopy(more, 0, words, all.length, more.length);
        return Cli.run(words);
    }

    @Test
    void itIsMeasuredReportedAndAsSoundAsAnyOther() throws IOException {
        Cli run = bring("--validation", held);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().toList())
                .hasSize(4)
                .startsWith(
                        output
                                + ": 4 steps in 2 s on cpu, trained elsewhere: PyTorch 1.13.0 in Python 3.11.2, driven by drive_step.py");
        assertThat(run.out().lines().skip(1))
                .allMatch(line -> line.matches("validation pictures, sigma=\\d+, .* dB without the network: psnr .*"));

        Path models = folder.resolve("models");
        assertThat(Cli.run("models", "verify", "away", "--models", models).code())
                .isZero();
        assertThat(Cli.run("models", "describe", "away", "--models", models).code())
                .isZero();
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(output.resolve("manifest.json")));
        assertThat(manifest.at("/figures/0/command").asString()).startsWith("unveil models import --recipe ");
        assertThat(manifest.path("createdBy").asString()).isEqualTo(Version.product());
    }

    @Test
    void withoutValidationItsCardSaysThatNothingWasMeasured() {
        assertThat(bring().code()).isZero();
        Path picture = held.resolve("c.png");
        Path models = folder.resolve("models");
        Cli card = Cli.run(
                "models",
                "card",
                "away",
                "--models",
                models,
                "--device=cpu",
                "--picture",
                picture,
                "--credit",
                "drawn");
        assertThat(card.err()).isEmpty();
        assertThat(output.resolve("README.md"))
                .content()
                .contains("## Figures", "Nothing was measured.", "trained elsewhere: PyTorch 1.13.0 in Python 3.11.2")
                .doesNotContain("Commands:");
    }

    @Test
    void whatDoesNotBelongTogetherFailsWithOneLine() throws IOException {
        Files.writeString(recipe, SmallestRecipe.TEXT + "# changed\n");
        Cli run = bring();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("unveil models import: " + recipe + " has SHA-256 ")
                .endsWith("they do not belong to one training, or a file was changed");
        assertThat(output).doesNotExist();
    }

    @Test
    void aFileThatIsMissingIsNamed() throws IOException {
        Files.delete(weights);
        assertThat(bring().err()).isEqualTo("unveil models import: " + weights + " does not exist");
        assertThat(bring("--validation", folder.resolve("none")).code()).isEqualTo(1);
    }
}
