package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every example of docs/clients.md against the running service; only address and models are other ones. */
@Tag("clients")
class ClientsPageTest extends RunningService {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @TempDir
    Path folder;

    @BeforeEach
    void pictures() throws IOException {
        Files.write(folder.resolve("noisy.png"), Drawn.noisyPng());
        Files.write(folder.resolve("photo.png"), Drawn.file(Drawn.slope(48, 3, 5, BitDepth.EIGHT, Format.PNG)));
        float[] square = new float[48 * 48];
        for (int i = 0; i < square.length; i++) {
            square[i] = i % 48 / 16 == 1 && i / 48 / 16 == 1 ? 1 : 0;
        }
        Files.write(
                folder.resolve("mask.png"),
                Drawn.file(Picture.of(new Pixels(48, 48, 1, square), BitDepth.EIGHT, Format.PNG)));
    }

    private List<String> examples(String language) throws IOException {
        List<String> found = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs", "clients.md")))
                .results()
                .map(example -> example.group(1)
                        .replace("localhost:8080", "localhost:" + port)
                        .replace("fashion-mnist-stride", "quadrants")
                        .replace("/v1/anomaly", "/v1/anomaly?model=spots"))
                .toList();
        assertThat(found).as(language).isNotEmpty();
        return found;
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void isPicture(String name) throws IOException {
        assertThat(Codec.header(Files.readAllBytes(folder.resolve(name))).format())
                .as(name)
                .isEqualTo(Format.PNG);
    }

    @Test
    void curl() throws IOException {
        Tools.needCommand("Debian's curl is needed", "curl", "--version");
        String example = examples("sh").get(0);

        String said =
                Tools.succeed(folder, "sh", "-e", written("calls.sh", example).toString());
        isPicture("clean.png");
        isPicture("whole.png");
        assertThat(folder.resolve("errors.json")).content().contains("\"psnr\":");
        assertThat(folder.resolve("score.json")).content().contains("\"score\":");
        assertThat(said).contains("denoise-gray");
    }

    @Test
    void python() throws IOException {
        Tools.needCommand(
                "Debian's python3-requests, python3-numpy and python3-pil are needed",
                PYTHON.toString(),
                "-c",
                "import requests, numpy, PIL, urllib3");
        List<String> examples = examples("python");

        String arrays = Tools.succeed(
                folder, PYTHON.toString(), written("arrays.py", examples.get(0)).toString());
        assertThat(arrays)
                .contains("(48, 48) uint8 cleaned by denoise-gray", "changed 100 pixels", "PSNR ", "score ")
                .containsPattern("code \\(.*\\) float32")
                .contains("error: sigma was '-1', allowed is");
        String files = Tools.succeed(
                folder, PYTHON.toString(), written("files.py", examples.get(1)).toString());
        assertThat(files).startsWith("200 ");
        isPicture("clean.png");
    }

    @Test
    void javaScript() throws IOException {
        Tools.needCommand("Node 18 or later is needed", "node", "-e", "new FormData()");

        String said = Tools.succeed(
                folder,
                "node",
                written("calls.mjs", examples("javascript").get(0)).toString());
        assertThat(said).contains("cleaned by denoise-gray", "score ", "error: sigma was '-1', allowed is");
        isPicture("clean.png");
        isPicture("whole.png");
    }

    @Test
    void java() throws IOException {
        Path program = written("Clean.java", examples("java").get(0));
        String said = Tools.succeed(
                folder, Path.of(System.getProperty("java.home"), "bin", "java").toString(), program.toString());
        assertThat(said).startsWith("PSNR ");
        isPicture("clean.png");
    }
}
