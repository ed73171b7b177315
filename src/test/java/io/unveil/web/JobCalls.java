package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.web.Requests.Answer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What callers of jobs do. They wait by the events, which end with the job. */
record JobCalls(Requests service) {
    static final String[] LATER = {"Prefer", "respond-async"};

    /** The address of the job that a request has become. */
    static String accepted(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.header("Preference-Applied")).isEqualTo("respond-async");
        assertThat(answer.header("Location")).isEqualTo("/v1/jobs/" + answer.json().get("id").asString());
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

    /** The job's last state. */
    JsonNode ended(String job, String... headers) {
        List<JsonNode> told = followed(job, headers);
        return told.get(told.size() - 1);
    }

    Answer result(String job, String... headers) {
        return service.get(job + "/result", headers);
    }
}
