package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.degradation.noise.Noise;
import io.unveil.image.BitDepth;
import io.unveil.image.Picture;
import io.unveil.inference.TestModels;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two pairs: Gaussian noise of 10 and of 20 levels. A "box" blurs by the mean of 3 x 3 pixels, which leaves about a
 * ninth of its power.
 */
class EvaluatePairsTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        TestModels.box(folder.resolve("models"), "box", 1);
        TestModels.box(folder.resolve("models"), "denoise-color", 3);
        TestModels.fader(folder.resolve("models"), "fader", 3);
        pair("weak", 10);
        pair("strong", 20);
    }

    private static void pair(String name, double sigma) {
        Picture clean = TestFiles.waves(120, 90, 3, BitDepth.EIGHT);
        Noise noise = new Noise.Gaussian(sigma);
        TestFiles.write(folder.resolve("clean/" + name + ".png"), clean);
        TestFiles.write(
                folder.resolve("noisy/" + name + ".png"), clean.with(Noise.asInFile(noise.addTo(clean.pixels(), 1))));
    }

    private static Cli evaluate(String... args) {
        Object[] all = new Object[args.length + 7];
        all[0] = "evaluate";
        all[1] = "--models=" + folder.resolve("models");
        all[2] = "--device=cpu";
        all[3] = "--precision=fp32";
        all[4] = "--pairs";
        all[5] = folder.resolve("noisy");
        all[6] = folder.resolve("clean");
        System.arraycopy(args, 0, all, 7, args.length);
        return Cli.run(all);
    }

    private static JsonNode json(String... args) {
        Cli run = evaluate(args);
        assertThat(run.code()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void thereIsARowForEachPairAndMethodAndThenTheirMeans() {
        JsonNode result = json("--model=denoise-color", "--method=model,nlm", "--json");
        assertThat(result.propertyNames()).containsExactly("model", "task", "data", "images", "rows");
        assertThat(result.path("data").asString()).isEqualTo("noisy");
        assertThat(result.path("images").asInt()).isEqualTo(2);
        assertThat(result.path("rows").valueStream())
                .extracting(row -> row.path("condition").asString() + " "
                        + row.path("method").asString())
                .containsExactly(
                        "pair=strong model",
                        "pair=strong nlm",
                        "pair=weak model",
                        "pair=weak nlm",
                        "pairs model",
                        "pairs nlm");
        JsonNode strong = result.path("rows").get(0);
        JsonNode weak = result.path("rows").get(2);
        JsonNode mean = result.path("rows").get(4);
        assertThat(strong.propertyNames())
                .containsExactly(
                        "condition", "method", "psnr", "ssim", "psnrBefore", "worstGain", "megapixelsPerSecond");
        assertThat(strong.path("psnrBefore").asDouble()).isCloseTo(20 * Math.log10(255 / 20.), within(.1));
        assertThat(weak.path("psnrBefore").asDouble()).isCloseTo(20 * Math.log10(255 / 10.), within(.1));
        assertThat(strong.path("psnr").asDouble())
                .isGreaterThan(strong.path("psnrBefore").asDouble() + 3);
        for (String figure : new String[] {"psnr", "ssim", "psnrBefore"}) {
            double both = strong.path(figure).asDouble() + weak.path(figure).asDouble();
            assertThat(mean.path(figure).asDouble()).isCloseTo(both / 2, within(1e-3));
        }
    }

    @Test
    void withoutAModelTheServiceChoosesAsForAnyFile() {
        JsonNode result = json("--json");
        assertThat(result.has("model")).isFalse();
        assertThat(result.path("rows").get(2).path("psnr").asDouble())
                .isEqualTo(json("--model=denoise-color", "--json")
                        .path("rows")
                        .get(2)
                        .path("psnr")
                        .asDouble());
    }

    @Test
    void theTableSaysWhatWasMeasuredAndOthersStandBeside() {
        Cli run = evaluate("--model=fader", "--beside=denoise-color");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().findFirst()).hasValue("fader on noisy, 2 real pairs");
        assertThat(run.out().lines().skip(2))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("pair=strong          model "),
                        line -> assertThat(line).startsWith("pair=strong          denoise-color "),
                        line -> assertThat(line).startsWith("pair=weak            model "),
                        line -> assertThat(line).startsWith("pair=weak            denoise-color "),
                        line -> assertThat(line).startsWith("pairs                model "),
                        line -> assertThat(line).startsWith("pairs                denoise-color "));
        assertThat(run.err()).endsWith("4 of 4 pictures measured");
    }

    @Test
    void aSigmaIsGivenToThoseThatTakeOne() {
        JsonNode given = json("--model=fader", "--method=model,nlm", "--sigma=3", "--json");
        JsonNode estimated = json("--model=fader", "--method=model,nlm", "--json");
        assertThat(psnr(given, 4)).isEqualTo(psnr(estimated, 4)); // blind
        assertThat(psnr(given, 5)).isNotEqualTo(psnr(estimated, 5));
    }

    private static double psnr(JsonNode result, int row) {
        return result.path("rows").get(row).path("psnr").asDouble();
    }

    @Test
    void aModelForGrayPicturesIsGivenThePairsInGray() {
        JsonNode result = json("--model=box", "--json");
        // .299, .587 and .114 of three independent noises
        double sigma = 10 * Math.sqrt(.299 * .299 + .587 * .587 + .114 * .114);
        assertThat(result.path("rows").get(1).path("psnrBefore").asDouble())
                .isCloseTo(20 * Math.log10(255 / sigma), within(.15));
    }

    @Test
    void theNoiseOfThePairsCanBeDescribed() {
        Cli table = evaluate("--statistics");
        assertThat(table.code()).as(table.err()).isZero();
        assertThat(table.out().lines().findFirst()).hasValue("noise of noisy, 2 pairs");
        assertThat(table.out()).contains("luma correlation at 1 pixel").contains("chroma / luma");
        JsonNode result = json("--statistics", "--json");
        JsonNode luma = result.path("rows").get(0);
        assertThat(luma.propertyNames()).containsExactly("statistic", "mean", "low", "median", "high");
        assertThat(luma.path("statistic").asString()).isEqualTo("luma, levels");
        double perLevel = Math.sqrt(.299 * .299 + .587 * .587 + .114 * .114);
        assertThat(luma.path("mean").asDouble()).isCloseTo(15 * perLevel, within(.2));
        assertThat(luma.path("low").asDouble()).isCloseTo(11 * perLevel, within(.2)); // a tenth of the way
        assertThat(luma.path("high").asDouble()).isCloseTo(19 * perLevel, within(.3));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--data=x         | --data has no meaning with --pairs",
                "--noise=grain:9  | --noise has no meaning with --pairs",
                "--blind          | --blind has no meaning with --pairs",
                "--seed=1         | --seed has no meaning with --pairs",
                "--masks=x        | --masks has no meaning with --pairs",
                "--sigma=5,10     | --sigma takes one level with --pairs, was [5.0, 10.0]",
                "--method=harmonic| method was 'harmonic'"
            })
    void whatIsOfAddedNoiseIsRefused(String option, String message) {
        Cli run = evaluate(option);
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).contains(message);
    }

    @Test
    void foldersThatDoNotPairAreRefused() {
        Cli gone = Cli.run("evaluate", "--pairs", folder.resolve("gone"), folder.resolve("clean"));
        assertThat(gone.code()).isEqualTo(1);
        assertThat(gone.err()).isEqualTo("unveil evaluate: " + folder.resolve("gone") + " does not exist");
        TestFiles.write(folder.resolve("fewer/weak.png"), TestFiles.waves(120, 90, 3, BitDepth.EIGHT));
        Cli fewer = Cli.run("evaluate", "--pairs", folder.resolve("noisy"), folder.resolve("fewer"));
        assertThat(fewer.code()).isEqualTo(1);
        assertThat(fewer.err())
                .isEqualTo("unveil evaluate: " + folder.resolve("noisy/strong.png") + " has no partner: "
                        + folder.resolve("fewer") + " must hold a picture of the same name, with any ending");
        Cli one = Cli.run("evaluate", "--pairs", folder.resolve("noisy"));
        assertThat(one.code()).isEqualTo(2);
        Cli alone = Cli.run("evaluate", "--statistics", "--data=x");
        assertThat(alone.err()).isEqualTo("unveil evaluate: --statistics has no meaning without --pairs");
    }

    @Test
    void withoutPairsDataAreStillNeeded() {
        Cli run = Cli.run("evaluate", "--model=box");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("unveil evaluate: Missing required option: '--data=<data>'");
    }
}
