package io.unveil.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A caller of the running service, who sends exactly what is written here, and holds every answer to the service's own
 * description.
 */
public record Requests(int port) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "between-the-parts";

    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public byte[] body() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }
    }

    /** The parts of multipart/form-data. */
    public static final class Form {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        public Form file(String name, byte[] bytes) {
            return part("name=\"%s\"; filename=\"%s.bin\"".formatted(name, name), bytes);
        }

        public Form file(String name, String filename, byte[] bytes) {
            return part("name=\"%s\"; filename=\"%s\"".formatted(name, filename), bytes);
        }

        public Form field(String name, String value) {
            return part("name=\"%s\"".formatted(name), value.getBytes(UTF_8));
        }

        private Form part(String disposition, byte[] bytes) {
            body.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                    .formatted(BOUNDARY, disposition)
                    .getBytes(UTF_8));
            body.writeBytes(bytes);
            body.writeBytes("\r\n".getBytes(UTF_8));
            return this;
        }

        byte[] bytes() {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(body.toByteArray());
            whole.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(UTF_8));
            return whole.toByteArray();
        }
    }

    static final String FORM = "multipart/form-data; boundary=" + BOUNDARY;

    public Answer get(String path, String... headers) {
        return send(path, "GET", BodyPublishers.noBody(), headers);
    }

    public Answer post(String path, Form form, String... headers) {
        return send(path, "POST", BodyPublishers.ofByteArray(form.bytes()), with("Content-Type", FORM, headers));
    }

    public Answer post(String path, String type, byte[] body, String... headers) {
        return send(path, "POST", BodyPublishers.ofByteArray(body), with("Content-Type", type, headers));
    }

    /** With Transfer-Encoding: chunked, so that nobody knows the length beforehand. */
    Answer postChunked(String path, String type, byte[] body, String... headers) {
        return send(
                path,
                "POST",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                with("Content-Type", type, headers));
    }

    Answer send(String path, String method, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (path.startsWith("/v1/") && !method.equals("OPTIONS")) { // that describes itself
                Documented.by(port).check(method, path, answer);
            }
            return new Answer(answer);
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String[] with(String name, String value, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = name;
        all[1] = value;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return all;
    }
}
