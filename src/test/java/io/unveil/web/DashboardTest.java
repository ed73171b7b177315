package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard that comes with docker-compose.yml asks for nothing that the service does not tell. */
class DashboardTest extends RunningService {
    private static final Path DASHBOARD = Path.of("docker", "grafana", "dashboards", "unveil.json");
    private static final Pattern METRIC = Pattern.compile("[a-z]+_[a-z_]+(?=[{])");

    @Test
    void everyMetricOfTheDashboardIsExposed() throws IOException {
        service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng());
        Set<String> exposed = service()
                .get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());

        Set<String> asked = new TreeSet<>();
        for (String expression : expressions()) {
            METRIC.matcher(expression).results().map(MatchResult::group).forEach(asked::add);
        }

        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(exposed).containsAll(asked);
    }

    private static List<String> expressions() throws IOException {
        JsonNode dashboard = new JsonMapper().readTree(DASHBOARD.toFile());
        List<String> all = new ArrayList<>();
        for (JsonNode panel : dashboard.get("panels")) {
            for (JsonNode target : panel.get("targets")) {
                all.add(target.get("expr").asString());
            }
        }
        return all;
    }
}
