package io.unveil.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml names is there; whether compose itself can read it, .ci/run asks compose. */
class ComposeFileTest {
    private final Map<String, Map<String, Object>> services;

    ComposeFileTest() throws IOException {
        Map<String, Map<String, Map<String, Object>>> file =
                new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        services = file.get("services");
    }

    @Test
    void everyFileThatIsMountedIsInTheClone() {
        List<String> mounted = new ArrayList<>();
        services.values().forEach(service -> {
            for (String volume : list(service.get("volumes"))) {
                String source = volume.split(":", 2)[0];
                if (source.startsWith("./")) {
                    mounted.add(source);
                }
            }
        });

        assertThat(mounted)
                .hasSize(4)
                .allSatisfy(source -> assertThat(Path.of(source)).exists());
    }

    @Test
    void everyTargetIsAStageOfTheDockerfile() throws IOException {
        List<String> stages = Files.readAllLines(Path.of("Dockerfile")).stream()
                .filter(line -> line.startsWith("FROM ") && line.contains(" AS "))
                .map(line -> line.substring(line.indexOf(" AS ") + 4))
                .toList();

        assertThat(services.values().stream()
                        .map(service -> service.get("build"))
                        .filter(Map.class::isInstance)
                        .map(build -> String.valueOf(((Map<?, ?>) build).get("target"))))
                .hasSize(3)
                .isSubsetOf(stages);
    }

    @Test
    void foreignImagesAreOfAFixedVersion() {
        assertThat(services.values().stream()
                        .map(service -> String.valueOf(service.get("image")))
                        .filter(image -> !image.startsWith("unveil")))
                .hasSize(3)
                .allSatisfy(image -> assertThat(image).matches(".+:v?\\d+\\.\\d+.*"));
    }

    @Test
    void prometheusAsksEveryKindOfInstance() throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> prometheus =
                new Yaml().load(Files.readString(Path.of("docker", "prometheus.yml")));
        Object names = prometheus
                .get("scrape_configs")
                .get(0)
                .get("dns_sd_configs")
                .get(0)
                .get("names");

        assertThat(list(names))
                .containsExactlyInAnyOrderElementsOf(services.entrySet().stream()
                        .filter(service ->
                                String.valueOf(service.getValue().get("image")).startsWith("unveil"))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static List<String> list(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
