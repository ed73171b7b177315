package io.unveil.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.inference.Admission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Callers who send slowly, not at all, or hang up. Five of the 25 threads serve more than health. */
@TestPropertySource(properties = "server.tomcat.threads.max=25")
class SlowCallersTest extends RunningService {
    private static final String HEAD = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n%s\r\n\r\n";

    @Autowired
    Admission admission;

    private RawCaller slow(String path, String type, String more) {
        RawCaller caller = new RawCaller(port);
        caller.send(HEAD.formatted(path, type, more) + "x");
        return caller;
    }

    @Test
    void aBodyThatComesTooSlowlyIsGivenUp() {
        String form = "multipart/form-data; boundary=b";
        try (RawCaller plain = slow("/v1/denoise", "image/png", "Content-Length: 100000");
                RawCaller parts = slow("/v1/denoise", form, "Content-Length: 100000")) {
            for (RawCaller caller : List.of(plain, parts)) {
                assertThat(caller.rest())
                        .startsWith("HTTP/1.1 408")
                        .contains("Connection: close")
                        .contains("/problems/body-too-slow")
                        .contains("the body came too slowly");
            }
        }
    }

    @Test
    void slowBodiesHoldNeitherHealthNorMoreThanTheirThreads() {
        List<RawCaller> callers = new ArrayList<>();
        try {
            IntStream.range(0, 5).forEach(i -> callers.add(slow("/v1/denoise", "image/png", "Content-Length: 1000")));
            RawCaller refused = new RawCaller(port);
            callers.add(refused);
            String status = "HTTP/1.1 200";
            while (status.contains("200")) { // until the five are all at work
                refused = new RawCaller(port);
                callers.add(refused);
                refused.send("GET /v1/models HTTP/1.1\r\nHost: localhost\r\n\r\n");
                status = refused.line();
            }
            assertThat(status).isEqualTo("HTTP/1.1 429");
            assertThat(refused.rest()).contains("Retry-After: 1").contains("/problems/busy");
            assertThat(service().get("/actuator/health/liveness").status()).isEqualTo(200);
            assertThat(service().get("/actuator/health/readiness").status()).isEqualTo(200);
        } finally {
            callers.forEach(RawCaller::close);
        }
    }

    /** Spring reads a form before it looks for the route. */
    @Test
    void aRouteThatTakesNoBodyDoesNotReadOne() {
        try (RawCaller caller = slow("/problems/busy", "multipart/form-data; boundary=b", "Content-Length: 30000000")) {
            assertThat(caller.line()).isEqualTo("HTTP/1.1 405");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsNotAskedFor() {
        try (RawCaller caller = new RawCaller(port)) {
            caller.send(HEAD.formatted("/v1/denoise", "image/png", "Content-Length: 99000000\r\nExpect: 100-continue"));
            assertThat(caller.line()).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void workEndsWhenTheCallerHangsUp() {
        byte[] picture = Drawn.file(Drawn.slope(4000, 1, 20, BitDepth.EIGHT, Format.PNG));
        double before = done();
        try (RawCaller caller = new RawCaller(port)) {
            caller.send(
                    HEAD.formatted("/v1/denoise?method=nlm&sigma=20", "image/png", "Content-Length: " + picture.length)
                            + new String(picture, ISO_8859_1));
            while (admission.running() == 0) {
                Thread.onSpinWait();
            }
        }
        while (admission.running() > 0) {
            Thread.onSpinWait();
        }
        assertThat(done()).isEqualTo(before);
    }

    /** Pictures that were cleaned to their end. */
    private double done() {
        return service()
                .get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("unveil_pictures_total{model=\"nlm\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
