package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Picture;
import io.unveil.inference.TestModels;
import io.unveil.pipeline.code.Npy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** reconstruct, encode and decode on real files; the model halves what it is given. */
class AutoencoderCommandsTest {
    @TempDir
    static Path models;

    @TempDir
    Path folder;

    private Path picture;

    @BeforeAll
    static void writeModels() {
        TestModels.dimmer(models, "dimmer", 1);
        TestModels.box(models, "denoise-gray", 1);
    }

    @BeforeEach
    void draw() {
        picture = TestFiles.write(folder.resolve("in/a.png"), TestFiles.waves(40, 30, 1, BitDepth.EIGHT));
    }

    private static Cli run(String command, Object... args) {
        return Cli.run(Stream.concat(
                        Stream.of(command, "--models", models, "--device=cpu", "--precision=fp32"), Stream.of(args))
                .toArray());
    }

    @Test
    void aPictureIsWrittenAsItComesBackAndItsErrorPrinted() {
        Path out = folder.resolve("out/b.png");
        Cli run = run("reconstruct", picture, "-o", out, "--model=dimmer");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith(picture + " -> " + out + "  dimmer  mse ");
        assertThat(TestFiles.read(out).level(7, 7, 0))
                .isEqualTo(Math.round(TestFiles.read(picture).level(7, 7, 0) / 2f));
    }

    @Test
    void codesOfAFolderKeepItsShapeAndBecomePicturesAgain() throws IOException {
        TestFiles.write(folder.resolve("in/deep/c.jpg"), TestFiles.waves(21, 20, 3, BitDepth.EIGHT));
        Path codes = folder.resolve("codes");

        Cli encoded = run("encode", folder.resolve("in"), "-o", codes);

        assertThat(encoded.code()).isZero();
        assertThat(encoded.out().lines())
                .containsExactly(
                        folder.resolve("in/a.png") + " -> " + codes.resolve("a.npy")
                                + "  dimmer, code of 4 x 15 x 20 numbers",
                        folder.resolve("in/deep/c.jpg") + " -> " + codes.resolve("deep/c.npy")
                                + "  dimmer, code of 4 x 10 x 11 numbers  (the model is for gray pictures: the colours were turned to gray by their luma; the picture of 21 x 20 was mirrored at its edges to 22 x 20, sides that the network takes)");
        assertThat(Npy.read(Files.readAllBytes(codes.resolve("a.npy"))).shape()).isEqualTo(List.of(4, 15, 20));

        Cli decoded = run("decode", codes, "-o", folder.resolve("back"), "--json");

        assertThat(decoded.code()).isZero();
        JsonNode reports = JsonMapper.shared().readTree(decoded.out());
        assertThat(reports).hasSize(2);
        assertThat(reports.get(1).propertyNames())
                .containsExactly(
                        "input", "output", "shape", "model", "pipeline", "device", "image", "parameters", "timing");
        Picture back = TestFiles.read(folder.resolve("back/a.png"));
        assertThat(back.level(39, 29, 0))
                .isEqualTo(Math.round(TestFiles.read(picture).level(39, 29, 0) / 2f));
        assertThat(TestFiles.read(folder.resolve("back/deep/c.png")).size().width())
                .isEqualTo(22);
    }

    @Test
    void oneFileGoesToTheNameThatIsGiven() throws IOException {
        Path code = folder.resolve("code.npy");
        assertThat(run("encode", picture, "-o", code).code()).isZero();
        Path out = folder.resolve("out.bmp");
        assertThat(run("decode", code, "-o", out, "--model=dimmer").code()).isZero();
        assertThat(TestFiles.read(out).format()).isEqualTo(io.unveil.image.Format.BMP);
        assertThat(run("encode", picture, "-o", folder.resolve("sub")).code()).isZero();
        assertThat(folder.resolve("sub/a.npy")).hasSameBinaryContentAs(code);
    }

    @Test
    void aBrokenCodeIsNamedAndTheOthersAreDecoded() throws IOException {
        Path good = folder.resolve("codes/a.npy");
        run("encode", picture, "-o", good);
        Path bad = folder.resolve("codes/b.npy");
        Files.write(bad, Arrays.copyOf(Files.readAllBytes(good), 200));

        Cli run = run("decode", folder.resolve("codes"), "-o", folder.resolve("back"));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("unveil decode: " + bad
                        + ": the .npy file announces [4, 15, 20] numbers of 4 bytes, but 72 bytes follow its header");
        assertThat(folder.resolve("back/a.png")).exists();
        assertThat(folder.resolve("back/b.png")).doesNotExist();
        Files.delete(good);
        Files.delete(bad);
        assertThat(run("decode", folder.resolve("codes"), "-o", folder.resolve("back"))
                        .err())
                .isEqualTo("unveil decode: %s holds no .npy file".formatted(folder.resolve("codes")));
    }

    @Test
    void otherModelsAndBadQualitiesAreRefused() {
        assertThat(run("encode", picture, "-o", folder.resolve("c.npy"), "--model=denoise-gray")
                        .err())
                .endsWith("a.png: model 'denoise-gray' was made to denoise, not to autoencode");
        Cli run = run("decode", picture, "-o", folder.resolve("c.png"), "--quality-jpeg=0");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("quality-jpeg was '0'");
    }
}
