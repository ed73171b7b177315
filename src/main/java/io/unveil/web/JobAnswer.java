package io.unveil.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.unveil.report.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to one picture of a job, beside its body.
 *
 * @param report of a picture answer, for the table of a batch
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record JobAnswer(int status, Map<String, String> headers, Optional<JsonNode> report) {
    static JobAnswer of(ResponseEntity<?> answer, Optional<Report> report, JsonMapper json) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.getHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new JobAnswer(answer.getStatusCode().value(), headers, report.map(json::valueToTree));
    }

    /** The body as it is sent. */
    static byte[] body(ResponseEntity<?> answer, JsonMapper json) {
        Object body = answer.getBody();
        return body instanceof byte[] bytes ? bytes : json.writeValueAsBytes(body);
    }

    boolean isJson() {
        return type().startsWith("application/json");
    }

    String type() {
        return headers.getOrDefault(HttpHeaders.CONTENT_TYPE, "application/json");
    }
}
