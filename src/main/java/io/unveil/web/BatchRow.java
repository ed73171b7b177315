package io.unveil.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.unveil.job.JobEntry;
import io.unveil.job.JobState;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a batch's report says of one picture.
 *
 * @param name as it came
 * @param output the name of what was made of it; empty where its answer is only the report
 * @param report as the route answers it in JSON
 * @param problem as the route answers it, where the picture failed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record BatchRow(
        String name, String state, Optional<String> output, Optional<JsonNode> report, Optional<JsonNode> problem) {
    static BatchRow of(JobEntry entry, JsonMapper json) {
        Optional<JsonNode> answer = entry.answer().map(json::readTree);
        boolean done = entry.state() == JobState.DONE;
        return new BatchRow(
                entry.name(),
                entry.state().word(),
                entry.output(),
                answer.filter(all -> done).map(all -> all.path("report")).filter(JsonNode::isObject),
                answer.filter(all -> !done));
    }

    /** A figure of the report by its place, as text; empty where it has none. */
    String figure(String pointer) {
        return report.map(all -> all.at(pointer).asString("")).orElse("");
    }
}
