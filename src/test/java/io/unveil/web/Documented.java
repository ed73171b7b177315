package io.unveil.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds answers to the OpenAPI document of the service that gave them: status, type, headers, and every key of JSON. By
 * Accept a route may answer as its sibling does, such as /v1/denoise as /v1/denoise/report; such an answer is held to
 * the sibling. Addresses that the document does not list are left out.
 */
final class Documented {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<Integer, Documented> BY_PORT = new ConcurrentHashMap<>();
    private static final Map<String, Documented> BY_TEXT = new ConcurrentHashMap<>();
    private static final Documented NOTHING = new Documented(Map.of(), Optional.empty());

    /** Each path as a pattern. */
    private final Map<String, Described> paths;

    private final Optional<OpenApiInteractionValidator> validator;

    private record Described(String path, List<String> methods) {
        /** That of the request, or of any operation where the request's method is refused. */
        Request.Method method(String sent) {
            return Request.Method.valueOf(
                    methods.contains(sent.toLowerCase(Locale.ROOT))
                            ? sent
                            : methods.get(0).toUpperCase(Locale.ROOT));
        }
    }

    private Documented(Map<String, Described> paths, Optional<OpenApiInteractionValidator> validator) {
        this.paths = paths;
        this.validator = validator;
    }

    /** That of the service on this port; of one that shows none, nothing is checked. */
    static Documented by(int port) {
        return BY_PORT.computeIfAbsent(port, Documented::fetch);
    }

    /**
     * Throws AssertionError where the document does not describe this answer. A picture route that makes a job is not
     * described to answer 202, so that generated clients ask for pictures: its answer is held to that of the job.
     */
    void check(String method, String path, HttpResponse<byte[]> answer) {
        if (path.matches("/v1/jobs/[^/]+/result")) {
            return; // of any type, described as bytes: tests compare them with the route's, which are checked
        }
        if (answer.statusCode() == 202 && !path.matches("/v1/(batches|jobs).*")) {
            check("GET", answer.headers().firstValue("Location").orElseThrow(), answer, 200, answer.body());
        } else {
            check(method, path, answer, answer.statusCode(), answer.body());
        }
    }

    private void check(String method, String path, HttpResponse<byte[]> answer, int status, byte[] body) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        find(sibling(path.replaceAll("[?#].*", ""), status, type)).ifPresent(described -> {
            SimpleResponse.Builder response = SimpleResponse.Builder.status(status);
            if (body.length > 0) {
                response.withBody(body);
            }
            answer.headers().map().forEach(response::withHeader);
            var report = validator
                    .orElseThrow()
                    .validateResponse(path(described, path), described.method(method), response.build());
            assertThat(report.getMessages())
                    .as("%s answered %d %s, which is not described: %s", path, status, type, text(answer))
                    .isEmpty();
        });
    }

    private static String sibling(String path, int status, String type) {
        boolean json = type.startsWith("application/json");
        if (status == 200 && json && path.matches("/v1/(denoise|fill|reconstruct|encode|decode)")) {
            return path + "/report";
        }
        return status == 200 && !json && path.equals("/v1/anomaly") ? path + "/picture" : path;
    }

    private Optional<Described> find(String path) {
        return paths.entrySet().stream()
                .filter(one -> path.matches(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The validator finds the operation by a path. */
    private static String path(Described described, String sent) {
        return described.path().contains("{") ? sent.replaceAll("[?#].*", "") : described.path();
    }

    private static String text(HttpResponse<byte[]> answer) {
        String text = new String(answer.body(), UTF_8);
        return text.substring(0, Math.min(500, text.length()));
    }

    private static Documented fetch(int port) {
        try {
            HttpResponse<String> document = CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return document.statusCode() == 200 ? BY_TEXT.computeIfAbsent(document.body(), Documented::of) : NOTHING;
        } catch (IOException e) {
            throw new AssertionError("no document at port " + port, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The validator knows only the schemas of OpenAPI 3.0; ours mean the same there. */
    static Documented of(String document) {
        Map<String, Described> paths = new LinkedHashMap<>();
        JsonNode found = JsonMapper.shared().readTree(document).get("paths");
        found.propertyNames()
                .forEach(path -> paths.put(
                        path.replaceAll("\\{[^}]*}", "[^/]+"),
                        new Described(path, List.copyOf(found.get(path).propertyNames()))));
        return new Documented(
                paths,
                Optional.of(OpenApiInteractionValidator.createForInlineApiSpecification(
                                document.replaceFirst("\"openapi\":\"3\\.1\\.\\d\"", "\"openapi\":\"3.0.3\""))
                        .build()));
    }
}
