package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.web.Requests.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What callers of jobs do. They wait by the events, which end with the job. */
record JobCalls(Requests service) {
    static final String[] LATER = {"Prefer", "respond-async"};

    /** The address of the job that a request has become. */
    static String accepted(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).isEqualTo("respond-async");
        assertThat(answer.header("Location"))
                .isEqualTo("/v1/jobs/" + answer.json().get("id").asString());
        return answer.header("Location");
    }

    /** Every state that the events told, the last one when the job had ended. */
    List<JsonNode> followed(String job, String... headers) {
        Answer events = service.get(job + "/events", headers);
        assertThat(events.status()).as(events.text()).isEqualTo(200);
        List<JsonNode> told = new ArrayList<>();
        for (String line : events.text().split("\n")) {
            if (line.startsWith("data:")) {
                told.add(JsonMapper.shared().readTree(line.substring("data:".length())));
            }
        }
        return told;
    }

    /** The first state that the events tell which is so, or the last one; later ones are not waited for. */
    JsonNode until(String job, Predicate<JsonNode> so) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d%s/events".formatted(service.port(), job)))
                .build();
        try (Stream<String> lines = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofLines())
                .body()) {
            JsonNode[] last = new JsonNode[1];
            return lines.filter(line -> line.startsWith("data:"))
                    .map(line -> JsonMapper.shared().readTree(line.substring("data:".length())))
                    .peek(state -> last[0] = state)
                    .filter(so)
                    .findFirst()
                    .orElseGet(() -> last[0]);
        } catch (IOException e) {
            throw new AssertionError("the events of " + job + " ended early", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The job's last state. */
    JsonNode ended(String job, String... headers) {
        List<JsonNode> told = followed(job, headers);
        return told.get(told.size() - 1);
    }

    Answer result(String job, String... headers) {
        return service.get(job + "/result", headers);
    }
}
