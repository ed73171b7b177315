package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.BitDepth;
import io.unveil.image.Difference;
import io.unveil.image.Mask;
import io.unveil.image.Picture;
import io.unveil.inference.TestModels;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * denoise, degrade and compare on real files. The models take sigma levels away from every sample, so that results are
 * known.
 */
class PictureCommandsTest {
    @TempDir
    static Path models;

    @TempDir
    Path folder;

    private Path noisy;
    private Path out;

    @BeforeAll
    static void writeModels() {
        TestModels.darkener(models, "denoise-gray", 1);
        TestModels.darkener(models, "denoise-color", 3);
        TestModels.fader(models, "denoise-photo", 3);
    }

    @BeforeEach
    void draw() {
        noisy = TestFiles.write(folder.resolve("in/a.png"), TestFiles.waves(40, 30, 3, BitDepth.EIGHT));
        out = folder.resolve("out");
    }

    private static Cli denoise(Object... args) {
        return Cli.run(Stream.concat(
                        Stream.of("denoise", "--models", models, "--device=cpu", "--precision=fp32"), Stream.of(args))
                .toArray());
    }

    private static Difference between(Path a, Path b) {
        return Difference.between(TestFiles.read(a).pixels(), TestFiles.read(b).pixels());
    }

    @Test
    void denoiseWritesTheCleanedFileAndPrintsItsError() {
        Path clean = out.resolve("clean.png");
        Cli run = denoise(noisy, "-o", clean, "--sigma=20");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().strip())
                .isEqualTo(noisy + " -> " + clean + "  no noise seen; cleaned with denoise-color, sigma 20.0");
        assertThat(between(noisy, clean).mae()).isCloseTo(20, within(1e-4));
    }

    @Test
    void aBlindModelServesByNameAndTakesNoSigma() {
        Path clean = out.resolve("clean.png");
        Cli run = denoise(noisy, "-o", clean, "--model=denoise-photo");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith(noisy + " -> " + clean + "  no noise seen; cleaned with denoise-photo");
        Cli json = denoise(noisy, "-o", clean, "--model=denoise-photo", "--json");
        JsonNode parameters = JsonMapper.shared().readTree(json.out()).get(0).path("parameters");
        assertThat(parameters.has("sigma")).isFalse();
        Cli told = denoise(noisy, "-o", clean, "--model=denoise-photo", "--sigma=20");
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err())
                .contains("sigma was '20', allowed is only 'auto' with model 'denoise-photo'")
                .contains("models that take sigma are denoise-color, denoise-gray");
    }

    @Test
    void theEndingOfTheOutputChoosesTheFormatAndQualityItsSize() throws IOException {
        Path high = out.resolve("high.jpg");
        Path low = out.resolve("low.jpg");
        denoise(noisy, "-o", high, "--sigma=20");
        denoise(noisy, "-o", low, "--sigma=20", "--quality-jpeg=10");
        assertThat(TestFiles.read(high).format()).isEqualTo(io.unveil.image.Format.JPEG);
        assertThat(Files.size(low)).isLessThan(Files.size(high));
    }

    @Test
    void strengthAndAReferenceCountAsOverHttp() throws IOException {
        Path clean = TestFiles.write(folder.resolve("clean.png"), TestFiles.read(noisy));
        Cli run = denoise(
                noisy, "-o", out.resolve("c.png"), "--sigma=20", "--strength=0.5", "--reference", clean, "--json");
        JsonNode report = JsonMapper.shared().readTree(run.out()).get(0);
        assertThat(report.path("parameters").path("strength").asDouble()).isEqualTo(0.5);
        assertThat(report.path("error").path("mae").asDouble()).isEqualTo(10);
        assertThat(report.path("reference").path("before").has("psnr"))
                .as("equal pictures have no finite PSNR")
                .isFalse();
        assertThat(report.path("reference").path("after").path("mse").asDouble())
                .isEqualTo(100);
        assertThat(report.propertyNames())
                .containsExactly(
                        "input",
                        "output",
                        "untouched",
                        "model",
                        "pipeline",
                        "device",
                        "image",
                        "parameters",
                        "error",
                        "reference",
                        "timing",
                        "noise");
    }

    @Test
    void foldersAreSearchedAndKeptInShapeAndGrayPicturesGoToTheGrayModel() throws IOException {
        TestFiles.write(folder.resolve("in/deep/b.png"), TestFiles.waves(20, 20, 1, BitDepth.SIXTEEN));
        Files.writeString(folder.resolve("in/notes.txt"), "no picture");
        Cli run = denoise(folder.resolve("in"), "-o", out, "--sigma=10");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().map(line -> line.replaceAll(".* -> (.*), sigma.*", "$1")))
                .containsExactly(
                        out.resolve("a.png") + "  no noise seen; cleaned with denoise-color",
                        out.resolve("deep/b.png") + "  no noise seen; cleaned with denoise-gray");
        assertThat(files(out)).containsExactly("a.png", "deep/b.png");
        Picture gray = TestFiles.read(out.resolve("deep/b.png"));
        assertThat(gray.depth()).isEqualTo(BitDepth.SIXTEEN);
        assertThat(gray.level(3, 3, 0))
                .isEqualTo(TestFiles.read(folder.resolve("in/deep/b.png")).level(3, 3, 0) - 10 * 257);
    }

    @Test
    void oneBadFileAmongManyIsNamedAndTheOthersAreCleaned() throws IOException {
        Files.writeString(folder.resolve("in/text.png"), "this is no picture");
        Cli run = denoise(folder.resolve("in"), "-o", out, "--sigma=10");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "unveil denoise: " + folder.resolve("in/text.png")
                                + ": the bytes are no image that is read; read are PNG, JPEG, WebP, TIFF, BMP, GIF, PNM, PSD and HDR");
        assertThat(files(out)).as("no part of the bad one").containsExactly("a.png");
    }

    @Test
    void nothingIsOverwrittenUnaskedAndNoTwoPicturesGoToOneFile() throws IOException {
        Path other = TestFiles.write(folder.resolve("other/a.png"), TestFiles.waves(9, 9, 1, BitDepth.EIGHT));
        Cli onto = denoise(noisy, "-o", noisy);
        assertThat(onto.code()).isEqualTo(2);
        assertThat(onto.err())
                .isEqualTo("unveil denoise: --output was '%s', allowed is another file: the input would be overwritten"
                        .formatted(noisy));
        Cli clash = denoise(noisy, other, "-o", out);
        assertThat(clash.code()).isEqualTo(2);
        assertThat(clash.err()).endsWith("%s and %s would both be written there".formatted(noisy, other));
        assertThat(denoise(noisy, "-o", out.resolve("x.gif")).err()).contains("GIF is read, not written");
        assertThat(denoise(noisy, "-o", out.resolve("x.xyz")).err())
                .isEqualTo("unveil denoise: --output was '%s', allowed is a name that ends in .png, .jpg, .webp, .tif,"
                                .formatted(out.resolve("x.xyz"))
                        + " .bmp or .pnm, or a folder (make one of this name first if you mean it)");
        assertThat(out.resolve("x.xyz")).doesNotExist();
        assertThat(out).doesNotExist();
    }

    @Test
    void anUnknownModelIsNamedWithThoseThereAre() {
        Cli run = denoise(noisy, "-o", out.resolve("c.png"), "--model=nobody");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "unveil denoise: %s: there is no model 'nobody', there are denoise-color, denoise-gray, denoise-photo"
                                .formatted(noisy));
    }

    @Test
    void degradeAddsTheNoiseAskedForFromItsSeedAndKeepsTheDepth() throws IOException {
        Path clean = TestFiles.write(folder.resolve("clean.png"), TestFiles.waves(120, 90, 3, BitDepth.SIXTEEN));
        Path first = out.resolve("1.png");
        Cli run = Cli.run("degrade", "--noise", "gaussian:12", "--seed=4", clean, "-o", first);
        assertThat(run.code()).isZero();
        assertThat(run.out().strip()).isEqualTo(clean + " -> " + first + "  gaussian:12, seed 4");
        assertThat(TestFiles.read(first).depth()).isEqualTo(BitDepth.SIXTEEN);
        assertThat(Math.sqrt(between(clean, first).mse())).isCloseTo(12, within(.2));
        Cli.run("degrade", "--noise", "gaussian:12", "--seed=4", clean, "-o", out.resolve("2.png"));
        Cli.run("degrade", "--noise", "gaussian:12", "--seed=5", clean, "-o", out.resolve("3.png"));
        assertThat(out.resolve("2.png")).hasSameBinaryContentAs(first);
        assertThat(Files.mismatch(out.resolve("3.png"), first)).isNotEqualTo(-1);
    }

    @Test
    void degradePaintsTheHolesBlackAndWritesTheirMask() throws IOException {
        Path clean = TestFiles.write(folder.resolve("clean.png"), TestFiles.waves(120, 90, 3, BitDepth.SIXTEEN));
        Path first = out.resolve("1.png");
        Path white = out.resolve("hole.png");
        Cli run = Cli.run("degrade", "--holes", "strokes:0.2", "--seed=4", clean, "-o", first, "--mask-out", white);
        assertThat(run.code()).isZero();
        assertThat(run.out().strip()).isEqualTo(clean + " -> " + first + "  strokes:0.2, seed 4");
        Picture before = TestFiles.read(clean);
        Picture holed = TestFiles.read(first);
        Picture mask = TestFiles.read(white);
        int hidden = 0;
        for (int i = 0; i < 120 * 90; i++) {
            int x = i % 120;
            int y = i / 120;
            boolean hole = mask.level(x, y, 0) == 255;
            hidden += hole ? 1 : 0;
            assertThat(mask.level(x, y, 0)).isIn(0, 255);
            assertThat(holed.level(x, y, 1)).isEqualTo(hole ? 0 : before.level(x, y, 1));
        }
        assertThat(hidden / 10800.).isBetween(.2, .4);
        Cli.run("degrade", "--holes", "strokes:0.2", "--seed=4", clean, "-o", out.resolve("2.png"));
        assertThat(out.resolve("2.png")).hasSameBinaryContentAs(first);
    }

    @Test
    void degradeWritesAFoldersMasksUnderTheNamesOfItsPicturesAndEachItsOwn() throws IOException {
        TestFiles.write(folder.resolve("in/deep/b.bmp"), TestFiles.waves(40, 30, 1, BitDepth.EIGHT));
        Path in = folder.resolve("in");
        Path masks = folder.resolve("masks");
        Cli run = Cli.run("degrade", "--noise=gaussian:5", "--holes=pixels:0.5", in, "-o", out, "--mask-out", masks);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("gaussian:5, pixels:0.5, seed 1");
        assertThat(TestFiles.read(out.resolve("deep/b.bmp")).size().width()).isEqualTo(40);
        assertThat(Files.mismatch(masks.resolve("a.png"), masks.resolve("deep/b.png")))
                .isNotEqualTo(-1);
    }

    @Test
    void degradeDrawsDefectsAndMarksThemAndWhatLiesFarFromThemStays() throws IOException {
        Path clean = TestFiles.write(folder.resolve("clean.png"), TestFiles.waves(700, 60, 3, BitDepth.SIXTEEN));
        Path first = out.resolve("1.png");
        Path white = out.resolve("where.png");
        Cli run = Cli.run("degrade", "--defects=scars+level", "--seed=4", clean, "-o", first, "--mask-out", white);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().strip()).isEqualTo(clean + " -> " + first + "  scars+level, seed 4");
        Picture before = TestFiles.read(clean);
        Picture after = TestFiles.read(first);
        Mask mask = Mask.ofBright(TestFiles.read(white));
        Mask near = mask.grown(4);
        int changed = 0;
        int far = 0;
        for (int i = 0; i < 700 * 60; i++) {
            int x = i % 700;
            int y = i / 700;
            boolean differs = after.level(x, y, 0) != before.level(x, y, 0);
            changed += mask.at(x, y) && differs ? 1 : 0;
            far += differs && !near.at(x, y) ? 1 : 0;
        }
        assertThat(after.depth()).isEqualTo(BitDepth.SIXTEEN);
        assertThat(mask.count()).isBetween(4L, 3000L);
        assertThat(changed).isGreaterThan((int) (.9 * mask.count()));
        assertThat(far).isZero();
        Cli.run("degrade", "--defects=scars+level", "--seed=4", clean, "-o", out.resolve("2.png"));
        assertThat(out.resolve("2.png")).hasSameBinaryContentAs(first);
    }

    @Test
    void degradeFillsDefectsFromTheOtherPictureOfARun() throws IOException {
        Path gray = TestFiles.write(folder.resolve("run/gray.png"), TestFiles.flat(60, 50, .5f));
        TestFiles.write(folder.resolve("run/stripe.png"), TestFiles.stripe(60, 50));
        Cli run = Cli.run("degrade", "--defects=rectangles+others", folder.resolve("run"), "-o", out);
        assertThat(run.err()).isEmpty();
        Cli.run("degrade", "--defects=rectangles+others", gray, "-o", out.resolve("alone.png"));
        assertThat(farthestFromGray(out.resolve("gray.png"))).isGreaterThan(60); // of black and white
        assertThat(farthestFromGray(out.resolve("alone.png")))
                .isLessThan(20); // of its own gray, somewhat brighter or darker
    }

    private static int farthestFromGray(Path file) {
        Picture picture = TestFiles.read(file);
        int farthest = 0;
        for (int i = 0; i < 60 * 50; i++) {
            farthest = Math.max(farthest, Math.abs(picture.level(i % 60, i / 60, 0) - 128));
        }
        return farthest;
    }

    @Test
    void degradeSaysWhatIsMissing() {
        assertThat(Cli.run("degrade", noisy, "-o", out).err())
                .startsWith("unveil degrade: nothing to do: give --noise, --holes or --defects");
        assertThat(Cli.run("degrade", "--noise=gaussian:5", noisy, "-o", out, "--mask-out", out)
                        .err())
                .startsWith("unveil degrade: --mask-out needs --holes or --defects");
        assertThat(Cli.run("degrade", "--holes=text", "--defects=usual", noisy, "-o", out)
                        .err())
                .startsWith("unveil degrade: --holes and --defects exclude each other: a mask shows one of them");
        assertThat(Cli.run("degrade", "--defects=rust", noisy, "-o", out).err())
                .startsWith("unveil degrade: defects 'rust': allowed: usual for all of them, a shape (blobs, ");
        Cli fog = Cli.run("degrade", "--holes=fog", noisy, "-o", out);
        assertThat(fog.code()).isEqualTo(2);
        assertThat(fog.err())
                .startsWith("unveil degrade: holes 'fog': 'fog' is not a known kind; allowed: strokes, text, ");
    }

    @Test
    void comparePrintsTheFourFiguresAndLeavesAnInfinitePsnrOutOfJson() {
        Path darker = out.resolve("darker.png");
        denoise(noisy, "-o", darker, "--sigma=20");
        assertThat(Cli.run("compare", noisy, darker).out())
                .startsWith("mse 400.0000  mae 20.0000  psnr 22.11 dB  ssim ");
        assertThat(Cli.run("compare", noisy, noisy).out().strip())
                .isEqualTo("mse 0.0000  mae 0.0000  psnr inf dB  ssim 1.0000");
        assertThat(JsonMapper.shared()
                        .readTree(Cli.run("compare", "--json", noisy, noisy).out())
                        .propertyNames())
                .containsExactly("mse", "mae", "ssim");
    }

    @Test
    void picturesOfTwoSizesCannotBeCompared() {
        Path small = TestFiles.write(folder.resolve("small.png"), TestFiles.waves(9, 9, 3, BitDepth.EIGHT));
        Cli run = Cli.run("compare", noisy, small);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "unveil compare: the picture is 40 x 30 in colour, the reference 9 x 9 in colour; both must be alike");
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void oneHostileFileDoesNotEndTheOthersAndItsNameDoesNotSteerTheTerminal() throws IOException {
        Path hostile = Files.write(folder.resolve("in/a\u001b[31m\nforged.png"), new byte[] {1, 2, 3});

        Cli run = denoise(hostile, noisy, "-o", out, "--sigma=20");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("a\\u001b[31m\\u000aforged.png").doesNotContain("\u001b");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(out.resolve("a.png")).isNotEmptyFile();
    }

    @Test
    void aFaultOfAnyKindAtOneFileIsSaidInALineAndTheOthersAreMade() {
        StringWriter err = new StringWriter();
        CommandLine line =
                new CommandLine(new Nothing()).setErr(new PrintWriter(err)).setOut(new PrintWriter(err));
        List<String> made = new ArrayList<>();

        int code = new Batch(line.getCommandSpec(), false)
                .run(List.of("deep", "large", "odd", "good"), Path::of, name -> {
                    switch (name) {
                        case "deep" -> throw new StackOverflowError();
                        case "large" -> throw new OutOfMemoryError();
                        case "odd" -> throw new ArrayStoreException("odd");
                        default -> made.add(name);
                    }
                    return new Made(name);
                });

        assertThat(code).isEqualTo(1);
        assertThat(made).containsExactly("good");
        assertThat(err.toString())
                .contains("deep needs more memory than there is", "large needs more memory than there is")
                .contains("odd: unexpected java.lang.ArrayStoreException: odd");
    }

    private record Made(String name) {}

    @CommandLine.Command(name = "nothing")
    private static final class Nothing {}
}
