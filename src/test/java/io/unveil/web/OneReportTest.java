package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.cli.Cli;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.web.Requests.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Of one picture the command line prints the JSON that the service answers, after keys of its own. */
class OneReportTest extends RunningService {
    private static final List<String> OF_THE_COMMAND = List.of("input", "output", "untouched");

    @TempDir
    Path folder;

    static Stream<Arguments> requests() {
        Picture gray = Drawn.slope(48, 1, 20, BitDepth.EIGHT, Format.PNG);
        Picture deep = Drawn.slope(40, 3, 10, BitDepth.SIXTEEN, Format.TIFF);
        Picture clean = Drawn.slope(48, 1, 0, BitDepth.EIGHT, Format.PNG);
        String region = "[{\"x\":10,\"y\":5,\"width\":10,\"height\":10}]";
        return Stream.of(
                Arguments.of("denoise", gray, Map.of()),
                Arguments.of("denoise", deep, Map.of("sigma", "12.3456", "strength", "0.5", "quality", "best")),
                Arguments.of("denoise", deep, Map.of("model", "denoise-photo")),
                Arguments.of("denoise", gray, Map.of("method", "nlm", "sigma", "20")),
                Arguments.of("denoise", clean, Map.of()),
                Arguments.of("fill", deep, Map.of("region", region, "grow", "2", "feather", "1")),
                Arguments.of("fill", gray, Map.of("region", region, "method", "harmonic")),
                Arguments.of("anomaly", gray, Map.of("model", "spots")),
                Arguments.of("anomaly", deep, Map.of("model", "spots", "threshold", "0.25")),
                Arguments.of("anomaly", gray, Map.of("model", "evener")),
                Arguments.of("reconstruct", gray, Map.of("model", "quadrants")),
                Arguments.of("reconstruct", deep, Map.of("model", "dimmer")));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("requests")
    void theCommandPrintsWhatTheServiceAnswers(String task, Picture picture, Map<String, String> parameters)
            throws IOException {
        ObjectNode service = ofService(task, picture, parameters);
        ObjectNode command = ofCommand(task, picture, parameters);

        assertThat(command.propertyNames()).contains("input");
        assertThat(names(command.remove("timing"))).isEqualTo(names(service.remove("timing")));
        command.remove(OF_THE_COMMAND);
        assertThat(command).isEqualTo(service);
        assertThat(List.copyOf(command.propertyNames())).isEqualTo(List.copyOf(service.propertyNames()));
    }

    @Test
    void aPictureWithoutNoiseIsUntouchedInTheCommandsOwnKeyAndInThePipelineOfBoth() throws IOException {
        Picture clean = Drawn.slope(48, 1, 0, BitDepth.EIGHT, Format.PNG);
        ObjectNode command = ofCommand("denoise", clean, Map.of());

        assertThat(command.get("untouched").asBoolean()).isTrue();
        assertThat(command.get("pipeline"))
                .isEqualTo(ofService("denoise", clean, Map.of()).get("pipeline"));
        assertThat(command.at("/pipeline/1").asString()).isEqualTo("untouched");
        assertThat(command.at("/notes/0").asString()).startsWith("no noise was found");
    }

    private ObjectNode ofService(String task, Picture picture, Map<String, String> parameters) {
        Form form = new Form().file("file", Drawn.file(picture));
        if (takesReference(task)) {
            form.file("reference", Drawn.file(reference(picture)));
        }
        parameters.forEach(form::field);
        Requests.Answer answer = service().post("/v1/" + task, form, "Accept", "application/json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return (ObjectNode) answer.json();
    }

    private ObjectNode ofCommand(String task, Picture picture, Map<String, String> parameters) throws IOException {
        String ending = picture.format().endings().get(0);
        Path in = Files.write(folder.resolve("in" + ending), Drawn.file(picture));
        List<Object> words =
                new ArrayList<>(List.of(task, "--models", MODELS, "--device=cpu", "--precision=fp32", "--json", in));
        words.addAll(List.of("-o", folder.resolve("out" + ending)));
        if (takesReference(task)) {
            words.add("--reference");
            words.add(Files.write(folder.resolve("reference" + ending), Drawn.file(reference(picture))));
        }
        parameters.forEach((name, value) -> words.add("--%s=%s".formatted(name, value)));
        Cli run = Cli.run(words.toArray());
        assertThat(run.code()).as(run.err()).isZero();
        return (ObjectNode) JsonMapper.shared().readTree(run.out()).get(0);
    }

    private static boolean takesReference(String task) {
        return !task.equals("anomaly");
    }

    private static Picture reference(Picture picture) {
        return Drawn.slope(picture.size().width(), picture.channels(), 0, picture.depth(), picture.format());
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }
}
