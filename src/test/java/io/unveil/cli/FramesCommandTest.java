package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Frames;
import io.unveil.image.codec.Limits;
import io.unveil.inference.TestModels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Animations and documents of several pages on the command line. */
class FramesCommandTest {
    @TempDir
    static Path models;

    @TempDir
    Path folder;

    @BeforeAll
    static void writeModels() {
        TestModels.darkener(models, "denoise-gray", 1);
        TestModels.darkener(models, "denoise-color", 3);
    }

    private Path copy(String name) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream bytes = FramesCommandTest.class.getResourceAsStream("/io/unveil/image/codec/frames/" + name)) {
            Files.copy(Objects.requireNonNull(bytes, name), file);
        }
        return file;
    }

    private Cli denoise(Path in, Path out, String... further) {
        Object[] all = new Object[8 + further.length];
        System.arraycopy(
                new Object[] {
                    "denoise", in, "-o", out, "--sigma=20", "--models=" + models, "--device=cpu", "--precision=fp32"
                },
                0,
                all,
                0,
                8);
        System.arraycopy(further, 0, all, 8, further.length);
        return Cli.run(all);
    }

    private static Frames read(Path file) throws IOException {
        return Codec.decodeFrames(Files.readAllBytes(file), Limits.DEFAULT);
    }

    @Test
    void theFirstFrameIsTakenAndTheLineSaysSo() throws IOException {
        Path in = copy("gif-moving-box.gif");
        Cli run = denoise(in, folder.resolve("out"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("the file is an animation of 5 frames; the first was taken");
        assertThat(read(folder.resolve("out/gif-moving-box.png")).count()).isEqualTo(1);
    }

    @Test
    void allFramesAreCleanedAndKeepTheirTimes() throws IOException {
        Path in = copy("gif-moving-box.gif");
        Path out = folder.resolve("out/box.webp");

        Cli run = denoise(in, out, "--frames=all");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("box.webp  5 frames:");
        assertThat(read(out).milliseconds()).containsExactly(50, 70, 100, 130, 250);
        assertThat(read(out).pictures().get(4).samples())
                .isNotEqualTo(read(in).pictures().get(4).samples());
    }

    @Test
    void theJsonHasTheFiguresOfEach() throws IOException {
        Cli run = denoise(copy("tiff-pages-of-three-kinds.tif"), folder.resolve("out"), "--frames=all", "--json");

        JsonNode frames = JsonMapper.shared().readTree(run.out()).get(0).get("frames");
        assertThat(frames.get("each")).hasSize(3);
        assertThat(frames.get("each").get(1).get("image").get("height").asInt()).isEqualTo(40);
        assertThat(read(folder.resolve("out/tiff-pages-of-three-kinds.tif")).count())
                .isEqualTo(3);
    }

    @Test
    void aFormatWithoutRoomIsRefusedAndTheOtherFilesAreMade() throws IOException {
        copy("tiff-pages-of-three-kinds.tif");
        Path in = copy("gif-gray.gif");

        Cli jpeg = denoise(in, folder.resolve("out.jpg"), "--frames=all");
        Cli all = denoise(folder.resolve("in"), folder.resolve("out"), "--frames=all");

        assertThat(jpeg.code()).isEqualTo(1);
        assertThat(jpeg.err()).contains("JPEG has no room for the 3 pictures").contains(".png or .webp");
        assertThat(all.code()).as(all.err()).isZero();
    }

    @Test
    void anotherWordIsWrongUse() throws IOException {
        Cli run = denoise(copy("gif-gray.gif"), folder.resolve("out"), "--frames=some");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("'first' or 'all'");
    }
}
