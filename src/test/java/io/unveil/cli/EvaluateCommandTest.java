package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.BitDepth;
import io.unveil.inference.TestModels;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        TestModels.box(folder.resolve("models"), "box", 1);
        TestModels.fader(folder.resolve("models"), "fader", 1);
        TestFiles.write(folder.resolve("clean/a.png"), TestFiles.waves(120, 90, 1, BitDepth.EIGHT));
        TestFiles.write(folder.resolve("clean/b.png"), TestFiles.waves(90, 120, 3, BitDepth.EIGHT));
    }

    private static Cli evaluate(String... args) {
        Object[] all = new Object[args.length + 5];
        all[0] = "evaluate";
        all[1] = "--models=" + folder.resolve("models");
        all[2] = "--data=" + folder.resolve("clean");
        all[3] = "--device=cpu";
        all[4] = "--precision=fp32";
        System.arraycopy(args, 0, all, 5, args.length);
        return Cli.run(all);
    }

    @Test
    void jsonIsOneObjectWithTheContractsKeys() {
        Cli run = evaluate("--model=box", "--sigma=15,25", "--method=model,nlm", "--json");
        assertThat(run.code()).isZero();
        JsonNode result = JsonMapper.shared().readTree(run.out());
        assertThat(result.propertyNames()).containsExactly("model", "task", "data", "images", "rows");
        assertThat(result.path("model").asString()).isEqualTo("box");
        assertThat(result.path("task").asString()).isEqualTo("denoise");
        assertThat(result.path("data").asString()).isEqualTo("clean");
        assertThat(result.path("images").asInt()).isEqualTo(2);
        assertThat(result.path("rows")).hasSize(4);
        JsonNode row = result.path("rows").get(2);
        assertThat(row.propertyNames())
                .containsExactly(
                        "condition", "method", "psnr", "ssim", "psnrBefore", "worstGain", "megapixelsPerSecond");
        assertThat(row.path("condition").asString()).isEqualTo("sigma=25");
        assertThat(row.path("method").asString()).isEqualTo("model");
        assertThat(row.path("psnrBefore").asDouble()).isCloseTo(20 * Math.log10(255 / 25.), within(.15));
        assertThat(row.path("psnr").asDouble()).isGreaterThan(27);
    }

    @Test
    void theTableSaysHowItWasMeasuredAndProgressGoesToStderr() {
        Cli run = evaluate("--model=box", "--sigma=25", "--input=8bit", "--blind", "--seed=3");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().findFirst())
                .hasValue("box on clean, 2 pictures, noise clipped and rounded to 8 bits, sigma estimated, seed 3");
        assertThat(run.out().lines().skip(2)).singleElement().asString().startsWith("sigma=25             model");
        assertThat(run.err()).endsWith("2 of 2 pictures measured");
    }

    @Test
    void otherNoisesAreNamedAsTheyWereAskedFor() {
        Cli run = evaluate("--model=box", "--noise=poisson:30", "--json");
        assertThat(JsonMapper.shared()
                        .readTree(run.out())
                        .path("rows")
                        .get(0)
                        .path("condition")
                        .asString())
                .isEqualTo("noise=poisson:30");
    }

    @Test
    void severalNoisesStandOneBelowTheOther() {
        Cli run = evaluate("--model=box", "--noise=poisson:30,gaussian,speckle:0.1", "--sigma=9", "--json");
        assertThat(JsonMapper.shared().readTree(run.out()).path("rows").valueStream())
                .extracting(row -> row.path("condition").asString())
                .containsExactly("noise=poisson:30", "sigma=9", "noise=speckle:0.1");
    }

    @Test
    void aBlindModelIsMeasuredOnMixturesAsInFilesWithOthersBeside() {
        Cli run = evaluate("--model=fader", "--beside=box");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().findFirst())
                .hasValue("fader on clean, 2 pictures, noise clipped and rounded to 8 bits, sigma estimated, seed 0");
        assertThat(run.out().lines().skip(2)).hasSize(2 * 19);
        assertThat(run.out().lines().skip(2).limit(2))
                .satisfiesExactly(
                        line -> assertThat(line).matches("sigma=0 +model .* - .*"),
                        line -> assertThat(line).startsWith("sigma=0                        box"));
        assertThat(run.out()).contains("noise=sensor:12800+jpeg-420:50 model");
    }

    @Test
    void aBlindModelGetsNoSigmaWhereGaussianNoiseIsAskedFor() {
        Cli run = evaluate("--model=fader", "--sigma=25");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().findFirst())
                .hasValue("fader on clean, 2 pictures, noise unclipped, sigma estimated, seed 0");
        assertThat(run.out().lines().skip(2)).singleElement().asString().startsWith("sigma=25             model");
    }

    @Test
    void withMasksFillingIsMeasuredAndClassicalMethodsNeedNoModel() {
        TestFiles.write(folder.resolve("masks/bars/a.png"), TestFiles.stripe(120, 90));
        TestFiles.write(folder.resolve("masks/bars/b.png"), TestFiles.stripe(90, 120));
        String masks = "--masks=" + folder.resolve("masks");
        Cli run = evaluate(masks, "--method=harmonic,push-pull", "--json");
        assertThat(run.code()).isZero();
        JsonNode result = JsonMapper.shared().readTree(run.out());
        assertThat(result.propertyNames()).containsExactly("task", "data", "images", "rows");
        assertThat(result.path("task").asString()).isEqualTo("fill");
        JsonNode row = result.path("rows").get(1);
        assertThat(row.propertyNames())
                .containsExactly("condition", "method", "psnr", "gradientRatio", "megapixelsPerSecond");
        assertThat(row.path("condition").asString()).isEqualTo("masks=bars");
        assertThat(row.path("method").asString()).isEqualTo("push-pull");
        assertThat(row.path("psnr").asDouble()).isGreaterThan(20);
        Cli table = evaluate(masks, "--method=harmonic");
        assertThat(table.out().lines().findFirst())
                .hasValue("no model named on clean, 2 pictures, only under the mask");
        assertThat(table.out()).contains("masks=bars           harmonic");
        assertThat(evaluate(masks, "--method=nlm").err()).contains("method was 'nlm'");
        assertThat(evaluate(masks, "--sigma=5").err())
                .isEqualTo("unveil evaluate: --sigma belongs to denoising, it has no meaning with --masks");
    }

    @Test
    void withoutAModelAPlainDenoiseIsMeasuredWhichChoosesByTheNoise() {
        Cli run = Cli.run(
                "evaluate",
                "--models=models",
                "--data=" + folder.resolve("clean"),
                "--device=cpu",
                "--precision=fp32",
                "--noise=gaussian:0,salt-and-pepper:0.1",
                "--input=8bit");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().findFirst())
                .hasValue(
                        "what fits on clean, 2 pictures, noise clipped and rounded to 8 bits, sigma estimated, seed 0");
        assertThat(run.out()).contains("worst gain");
        List<String[]> rows =
                run.out().lines().skip(2).map(line -> line.split(" +")).toList();
        assertThat(rows.get(0)).containsExactly("sigma=0", "model", "-", "1.0000", "-", "0.00", rows.get(0)[6]);
        assertThat(rows.get(1)[0]).isEqualTo("noise=salt-and-pepper:0.1");
        assertThat(Double.parseDouble(rows.get(1)[5])).isGreaterThan(5); // worst gain in dB
        assertThat(evaluate("--normal-class=1").err())
                .isEqualTo("unveil evaluate: Missing required option: '--model=<model>'");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Cli run = Cli.run(
                "evaluate", "--models=" + folder.resolve("models"), "--model=box", "--data=" + folder.resolve("gone"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("unveil evaluate: " + folder.resolve("gone") + " does not exist");
    }
}
