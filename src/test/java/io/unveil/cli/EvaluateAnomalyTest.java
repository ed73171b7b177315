package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.inference.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model that takes bright places for anomalous, on even pictures of which some have a bright square. */
class EvaluateAnomalyTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        TestModels.brightnessInspector(folder.resolve("models"), "inspector", 1, Optional.empty());
        TestModels.box(folder.resolve("models"), "denoiser", 1);
        for (int i = 0; i < 3; i++) {
            TestFiles.write(folder.resolve("tiles/test/good/%d.png".formatted(i)), square(.4, .4));
            TestFiles.write(folder.resolve("tiles/test/spot/%d.png".formatted(i)), square(.4, .8));
            TestFiles.write(folder.resolve("tiles/ground_truth/spot/%d_mask.png".formatted(i)), square(0, 1));
        }
    }

    private static Picture square(double ground, double level) {
        float[] values = new float[32 * 32];
        for (int i = 0; i < values.length; i++) {
            boolean within = i % 32 >= 10 && i % 32 < 18 && i / 32 >= 6 && i / 32 < 14;
            values[i] = (float) (within ? level : ground);
        }
        return Picture.of(new Pixels(32, 32, 1, values), BitDepth.EIGHT, Format.PNG);
    }

    private static Cli evaluate(String model, String... args) {
        Object[] all = new Object[args.length + 6];
        all[0] = "evaluate";
        all[1] = "--models=" + folder.resolve("models");
        all[2] = "--model=" + model;
        all[3] = "--data=" + folder.resolve("tiles");
        all[4] = "--device=cpu";
        all[5] = "--precision=fp32";
        System.arraycopy(args, 0, all, 6, args.length);
        return Cli.run(all);
    }

    @Test
    void jsonHasARowForEachScoringAndOneForEachClassWithTheContractsKeys() {
        Cli run = evaluate("inspector", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode result = JsonMapper.shared().readTree(run.out());
        assertThat(result.propertyNames()).containsExactly("model", "task", "data", "images", "rows");
        assertThat(result.path("task").asString()).isEqualTo("anomaly");
        assertThat(result.path("data").asString()).isEqualTo("tiles");
        assertThat(result.path("images").asInt()).isEqualTo(6);
        assertThat(result.path("rows")).hasSize(2);
        JsonNode whole = result.path("rows").get(0);
        assertThat(whole.propertyNames())
                .containsExactly(
                        "condition",
                        "method",
                        "imageAuroc",
                        "pixelAuroc",
                        "aupro",
                        "millisecondsPerImage",
                        "megapixelsPerSecond");
        assertThat(whole.path("condition").asString()).isEqualTo("scoring=segmentation");
        assertThat(whole.path("method").asString()).isEqualTo("model");
        assertThat(whole.path("imageAuroc").asDouble()).isEqualTo(1);
        assertThat(whole.path("pixelAuroc").asDouble()).isGreaterThan(.98);
        JsonNode spot = result.path("rows").get(1);
        assertThat(spot.path("condition").asString()).isEqualTo("class=spot");
        assertThat(spot.path("method").asString()).isEqualTo("segmentation");
        assertThat(spot.path("aupro").asDouble()).isEqualTo(whole.path("aupro").asDouble());
    }

    @Test
    void aReportIsOnePageAndSaysWhatWasTyped() throws IOException {
        Path report = folder.resolve("new/page.html");
        Cli run = evaluate("inspector", "--half=1", "--scoring=segmentation", "--report=" + report);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("inspector on tiles (first half of each class), 4 pictures");
        assertThat(Files.readString(report))
                .contains("inspector on tiles (first half of each class)", "--half=1", "AUROC 1.000", "spot/0.png");
        try (var files = Files.list(report.getParent())) {
            assertThat(files).containsExactly(report);
        }
    }

    @Test
    void wrongWordsAreRefusedWithWhatIsAllowed() {
        Cli half = evaluate("inspector", "--half=3");
        assertThat(half.code()).isEqualTo(2);
        assertThat(half.err()).contains("half", "3", "1 or 2");
        Cli scoring = evaluate("inspector", "--scoring=segmentation,guess");
        assertThat(scoring.code()).isEqualTo(2);
        assertThat(scoring.err()).contains("guess", "'inspector' one of segmentation");
        assertThat(evaluate("inspector", "--sigma=25").err()).contains("--sigma has no meaning");
    }

    @Test
    void optionsOfAnomaliesAreRefusedForOtherModels() {
        for (String option : new String[] {"--half=1", "--scoring=all", "--report=" + folder.resolve("never.html")}) {
            Cli run = evaluate("denoiser", option);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains(option.substring(0, option.indexOf('=')), "scores anomalies");
        }
        assertThat(folder.resolve("never.html")).doesNotExist();
    }
}
