package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.BitDepth;
import io.unveil.inference.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Processes that each do one share do together what one process does. */
class ShardOptionTest {
    private static final int PICTURES = 7;

    @TempDir
    static Path folder;

    @TempDir
    Path out;

    private static Path models;
    private static Path in;

    @BeforeAll
    static void write() {
        models = folder.resolve("models");
        in = folder.resolve("in");
        TestModels.box(models, "box", 1);
        TestModels.spots(models, "inspector", 1, Optional.of(TestModels.calm()));
        for (int i = 0; i < PICTURES; i++) {
            TestFiles.write(in.resolve(i % 2 + "/%d.png".formatted(i)), TestFiles.waves(40 + i, 40, 1, BitDepth.EIGHT));
        }
    }

    private static Cli run(Object... args) {
        Cli run = Cli.run(
                Stream.concat(Stream.of(args), Stream.of("--models", models, "--device=cpu", "--precision=fp32"))
                        .toArray());
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private static List<JsonNode> json(Cli run) {
        return JsonMapper.shared().readTree(run.out()).valueStream().toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    @Test
    void theSharesOfADenoisingMakeEachPictureOnce() throws IOException {
        List<String> made = new ArrayList<>();
        for (int k = 1; k <= 3; k++) {
            Path share = out.resolve("share" + k);
            Files.createDirectories(share);
            run("denoise", in, "-o", share, "--model=box", "--sigma=25", "--shard=" + k + "/3");
            made.addAll(names(share));
        }
        assertThat(made).containsExactlyInAnyOrderElementsOf(names(in));
    }

    @Test
    void theSharesOfAFillFillEachPictureOnce() {
        List<String> filled = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            json(run(
                            "fill",
                            in,
                            "-o",
                            out,
                            "--region=[{\"x\":3,\"y\":3,\"width\":4,\"height\":4}]",
                            "--method=harmonic",
                            "--shard=" + k + "/2",
                            "--json"))
                    .forEach(report -> filled.add(report.path("input").asString()));
        }
        assertThat(filled).doesNotHaveDuplicates().hasSize(PICTURES);
    }

    @Test
    void theSharesOfAScoringScoreEachPictureOnce() {
        List<String> scored = new ArrayList<>();
        for (int k = 1; k <= 2; k++) {
            json(run("anomaly", in, "--model=inspector", "--shard=" + k + "/2", "--json"))
                    .forEach(report -> scored.add(report.path("input").asString()));
        }
        assertThat(scored).doesNotHaveDuplicates().hasSize(PICTURES);
    }

    @Test
    void theMeanOfTheSharesIsTheMeanOfTheWhole() {
        double sum = 0;
        int images = 0;
        for (int k = 0; k < 2; k++) {
            JsonNode share = evaluation("--shard=" + k + "/2");
            sum += share.path("images").asInt()
                    * share.path("rows").get(0).path("psnr").asDouble();
            images += share.path("images").asInt();
        }
        JsonNode whole = evaluation();
        assertThat(images).isEqualTo(PICTURES);
        assertThat(sum / images)
                .isCloseTo(whole.path("rows").get(0).path("psnr").asDouble(), within(1e-9));
    }

    private static JsonNode evaluation(String... more) {
        Object[] args = Stream.concat(
                        Stream.of("evaluate", "--model=box", "--sigma=25", "--data", in, "--json"), Stream.of(more))
                .toArray();
        return JsonMapper.shared().readTree(run(args).out());
    }

    @Test
    void anEmptyShareIsDoneAtOnce() {
        Path one = in.resolve("0/0.png");
        int made = 0;
        for (int k = 1; k <= 2; k++) {
            made += json(run("denoise", one, "-o", out, "--model=box", "--sigma=25", "--json", "--shard=" + k + "/2"))
                    .size();
        }
        assertThat(made).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4/3", "1/0", "-1/3", "1", "1/3/5", "a/b", "1/99999999999", ""})
    void whatIsNoShareIsRefusedBeforeAnyWork(String shard) {
        for (String command : List.of("denoise", "fill", "anomaly")) {
            Cli run = command.equals("fill")
                    ? Cli.run(command, in, "-o", out, "--mask=alpha", "--shard=" + shard)
                    : Cli.run(command, in, "-o", out, "--shard=" + shard);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .isEqualTo(
                            "unveil %s: --shard was '%s', allowed is K/N, such as 1/8: a share from 0 or 1 up to their number N"
                                    .formatted(command, shard));
        }
        assertThat(Cli.run("evaluate", "--model=box", "--data", in, "--shard=" + shard)
                        .err())
                .contains("--shard was '%s'".formatted(shard));
    }

    @Test
    void aFigureThatIsNoMeanIsNotTakenOfAShare() {
        Cli run = Cli.run("evaluate", "--models", models, "--model=inspector", "--data", in, "--shard=1/2");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("unveil evaluate: --shard belongs to noise, --pairs and --masks");
    }
}
