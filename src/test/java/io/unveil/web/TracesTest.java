package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Traces go, by OTLP over HTTP, where one setting says. */
@DirtiesContext
class TracesTest extends RunningService {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final BlockingQueue<String> RECEIVED = new LinkedBlockingQueue<>();
    private static final HttpServer COLLECTOR = collector();

    @DynamicPropertySource
    static void endpoint(DynamicPropertyRegistry registry) {
        registry.add(
                "management.opentelemetry.tracing.export.otlp.endpoint",
                () -> "http://localhost:%d/v1/traces"
                        .formatted(COLLECTOR.getAddress().getPort()));
        registry.add("management.opentelemetry.tracing.export.schedule-delay", () -> "10ms");
    }

    @AfterAll
    static void stop() {
        COLLECTOR.stop(0);
    }

    @Test
    void aTraceGoesOnFromTheCallersAndTellsModelAndStages() throws InterruptedException {
        service()
                .post(
                        "/v1/denoise?sigma=20",
                        "image/png",
                        Drawn.noisyPng(),
                        "traceparent",
                        "00-%s-00f067aa0ba902b7-01".formatted(TRACE));

        String spans = RECEIVED.poll(1, TimeUnit.MINUTES);
        assertThat(spans)
                .as("one span for the request and no other")
                .contains("http post /v1/denoise", "unveil.model", "denoise-gray", "unveil.pixels", "2304")
                .contains("unveil.decode.milliseconds", "unveil.queue.milliseconds")
                .contains("unveil.inference.milliseconds", "unveil.encode.milliseconds");
        assertThat(spans).as("the number of the caller's trace").contains(bytes(TRACE));
    }

    /** A trace's number travels as sixteen bytes. */
    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    private static HttpServer collector() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> {
                RECEIVED.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
