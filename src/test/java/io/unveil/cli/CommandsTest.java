package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "train",
                "evaluate",
                "denoise",
                "anomaly",
                "calibrate",
                "compare",
                "degrade",
                "data",
                "models",
                "models list",
                "models describe",
                "models verify",
                "models export",
                "models import",
                "models card",
                "benchmark"
            })
    void everyCommandExplainsItself(String command) {
        Cli help = Cli.run((Object[]) (command + " --help").strip().split(" "));
        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith(("Usage: unveil " + command).strip());
        assertThat(help.err()).isEmpty();
        assertThat(help.service()).as("help starts nothing").isEmpty();
    }

    @Test
    void theVersionAndTheCommitAreTheBuilds() {
        Cli version = Cli.run("--version");
        assertThat(version.code()).isZero();
        assertThat(version.out()).matches("unveil \\d+\\.\\d+\\.\\d+\\S* \\(commit (unknown|[0-9a-f]{10})\\)\\R");
    }

    @Test
    void aCommandThatIsNotNamedIsKnownOnlyByItsNameAndDescription() {
        CommandLine.Model.CommandSpec root =
                Commands.line(settings -> {}, "--help").getCommandSpec();
        assertThat(root.subcommands()).hasSizeGreaterThan(10);
        root.subcommands().forEach((name, known) -> {
            CommandLine named = Objects.requireNonNull(
                    Commands.line(settings -> {}, name).getSubcommands().get(name));
            assertThat(known.getCommandSpec().usageMessage().description())
                    .isEqualTo(named.getCommandSpec().usageMessage().description())
                    .isNotEmpty();
            assertThat(Cli.run(name, "--help").code()).isZero();
        });
        assertThat(Objects.requireNonNull(root.subcommands().get("denoise"))
                        .getCommandSpec()
                        .findOption("--sigma"))
                .isNull();
        assertThat(Cli.run("denoise", "--help").out()).contains("--sigma");
    }

    @ParameterizedTest(name = "''{0}'' starts the service with ''{1}''")
    @CsvSource({
        "'', started",
        "serve, started",
        "--server.port=9090, started --server.port=9090",
        "serve --server.port=9090 --unveil.device=cpu, started --server.port=9090 --unveil.device=cpu"
    })
    void withoutACommandTheServiceIsStartedAndItsSettingsPassThrough(String typed, String expected) {
        Cli run = typed.isEmpty() ? Cli.run() : Cli.run((Object[]) typed.split(" "));
        assertThat(run.service()).containsExactly(expected.split(" "));
        assertThat(run.code()).isZero();
    }

    @Test
    void aServiceThatDoesNotStartSaysWhyInOneLine() {
        CommandLine line = Commands.line(settings -> {
            throw new IllegalStateException("a bean", new IllegalArgumentException("port 80 is taken"));
        });
        StringWriter err = new StringWriter();

        int code = line.setErr(new PrintWriter(err)).execute("serve");

        assertThat(code).isEqualTo(1);
        assertThat(err)
                .hasToString("unveil serve: the service did not start: port 80 is taken" + System.lineSeparator());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "denoize a.png        | unveil: there is no command 'denoize', there are train, evaluate, denoise, fill, anomaly, calibrate, reconstruct, encode, decode, compare, degrade, data, models, benchmark, serve",
                "compare a.png        | unveil compare: Missing required parameter: 'B'",
                "compare a b --fast   | unveil compare: Unknown option: '--fast'",
                "serve 9090           | unveil serve: settings are written --name=value, such as --server.port=9090; there was '9090'",
                "models               | unveil models: give a command: list, describe, verify, export, import or card",
                "models describe      | unveil models describe: give either the name of a model or --recipe",
                "models import        | unveil models import: Missing required options: '--recipe=<recipe>', '--weights=W.safetensors', '--provenance=P.json', '--output=MODELDIR'",
                "train --recipe r      | unveil train: give --data, what to learn from, and --output, the folder to write; or --export the step",
                "train --recipe r --data d | unveil train: give --data, what to learn from, and --output, the folder to write; or --export the step",
                "train --recipe r --export s.pt --precision=fp8 | unveil train: precision was 'fp8', allowed is auto, fp32 or bf16",
                "denoise a -o b --sigma=abc     | unveil denoise: sigma was 'abc', allowed is 'auto' or a number from 0 to 100",
                "denoise a -o b --sigma=-1      | unveil denoise: sigma was '-1', allowed is 'auto' or a number from 0 to 100",
                "denoise a -o b --strength=3    | unveil denoise: strength was '3', allowed is a number from 0 to 2",
                "denoise a -o b --quality=good  | unveil denoise: quality was 'good', allowed is 'fast' or 'best'",
                "denoise a -o b --method=bm3d   | unveil denoise: method was 'bm3d', allowed is 'model' or 'nlm'",
                "denoise a -o b --quality-jpeg=0 | unveil denoise: quality-jpeg was '0', allowed is a whole number from 1 to 100",
                "anomaly a --threshold=2        | unveil anomaly: threshold was '2', allowed is a number from 0 to 1, or balanced",
                "anomaly a -o b --view=xray     | unveil anomaly: view was 'xray', allowed is 'heatmap' or 'overlay' or 'mask' or 'reconstruction'",
                "anomaly a --view=mask          | unveil anomaly: --view says what to write: give --output too",
                "anomaly a -o b --quality-jpeg=0 | unveil anomaly: quality-jpeg was '0', allowed is a whole number from 1 to 100",
                "calibrate --model=m            | unveil calibrate: Missing required option: '--data=<data>'",
                "degrade a -o b --noise=snow:3  | unveil degrade: noise 'snow:3' is not a known kind; allowed: gaussian:SIGMA (0 to 100, 8-bit levels), poisson:PEAK (1 to 1000000, photons at white), sensor:ISO and camera:ISO (0 to 102400, as cameras count it), grain:SIGMA (0 to 100, 8-bit levels), speckle:SIGMA (0 to 2, relative to the sample), salt-and-pepper:SHARE (0 to 1, of the samples), dead-pixels:SHARE (0 to 1, of the pixels), jpeg:QUALITY and jpeg-420:QUALITY (1 to 100, whole); several in turn with +, as in sensor:3200+jpeg-420:80",
                "data d --count=0               | unveil data: count was '0', allowed is a whole number from 1 to 1000",
                "evaluate --model=m --data=d --input=16bit | unveil evaluate: input was '16bit', allowed is 'float' or '8bit'",
                "evaluate --model=m --data=d --sigma=101   | unveil evaluate: sigma of Gaussian noise must be from 0 to 100 (8-bit levels), was 101",
                "evaluate --model=m --data=d --precision=fp8 | unveil evaluate: precision was 'fp8', allowed is auto, fp32 or bf16",
                "evaluate --model=m --data=d --device=tpu | unveil evaluate: Invalid value for option '--device': expected one of [AUTO, CPU, GPU] (case-insensitive) but was 'tpu'",
                "benchmark --sizes=4            | unveil benchmark: sizes was '4', allowed is 16 to 8192 pixels, separated by commas"
            })
    void wrongUseGivesOneLineThatSaysWhatIsAllowedAndCode2(String typed, String expected) {
        Cli run = Cli.run((Object[]) typed.strip().split(" "));
        assertThat(run.err()).isEqualTo(expected);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.service()).isEmpty();
    }

    @Test
    void aFailureGivesOneLineAndCode1AndItsTraceOnlyWhenAsked() {
        Cli plain = Cli.run("compare", "no-such-a.png", "no-such-b.png");
        assertThat(plain.code()).isEqualTo(1);
        assertThat(plain.err()).isEqualTo("unveil compare: no-such-a.png does not exist");
        Cli verbose = Cli.run("compare", "--verbose", "no-such-a.png", "no-such-b.png");
        assertThat(verbose.code()).isEqualTo(1);
        assertThat(verbose.err()).contains("NoSuchFileException").endsWith("no-such-a.png does not exist");
    }
}
