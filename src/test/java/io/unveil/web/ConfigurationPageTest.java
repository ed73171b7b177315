package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * docs/configuration.md is written from the settings records' own Javadoc, so that no key is missing and none is
 * invented.
 */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("docs", "configuration.md");
    private static final String RENEW = "./mvnw test -Dtest=ConfigurationPageTest -Dunveil.docs=write";
    private static final String HEAD = """
            # Configuration

            Generated from the settings records by `%s`; edit their Javadoc instead.
            A key may stand in `application.yaml` beside the jar, on the command line (`--unveil.device=cpu`), or in the environment
            (`UNVEIL_DEVICE=cpu`).

            | key | environment | default | meaning |
            | --- | --- | --- | --- |
            """;

    @Test
    void thePageIsThatOfTheSettings() throws IOException {
        String page = HEAD.formatted(RENEW)
                + keys().stream().map(ConfigurationPageTest::row).collect(Collectors.joining());
        if ("write".equals(System.getProperty("unveil.docs"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("renew it by " + RENEW).exists().content().isEqualTo(page);
    }

    @Test
    void noTagOfJavadocIsLeftInAMeaning() throws IOException {
        assertThat(keys())
                .allSatisfy(
                        key -> assertThat(key.path("description").asString()).doesNotContain("{@"));
    }

    @Test
    void everyKeyHasAMeaning() throws IOException {
        assertThat(keys())
                .hasSizeGreaterThan(10)
                .allSatisfy(key -> assertThat(key.path("description").asString())
                        .as(key.path("name").asString())
                        .isNotBlank());
    }

    private static List<JsonNode> keys() throws IOException {
        try (InputStream metadata =
                ConfigurationPageTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            return new JsonMapper()
                    .readTree(metadata)
                    .get("properties")
                    .valueStream()
                    .filter(key -> key.get("name").asString().startsWith("unveil."))
                    .sorted(Comparator.comparing(key -> key.get("name").asString()))
                    .toList();
        }
    }

    private static String row(JsonNode key) {
        String name = key.get("name").asString();
        return "| `%s` | `%s` | %s | %s |\n"
                .formatted(
                        name,
                        name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", ""),
                        fallback(key.path("defaultValue")),
                        key.path("description").asString().replaceAll("\\s+", " "));
    }

    private static String fallback(JsonNode value) {
        return value.isMissingNode() || value.isArray() && value.isEmpty() || "".equals(value.asString("-"))
                ? "none"
                : "`" + (value.isArray() ? value.toString() : value.asString()) + "`";
    }
}
