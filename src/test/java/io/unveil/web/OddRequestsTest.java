package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Requests that no client writes by accident. */
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("An odd request is the caller's mistake, not ours")
class OddRequestsTest extends RunningService {
    private static final Pattern STATUS = Pattern.compile("HTTP/1.1 (?<status>\\d{3})");

    private String answer(String head) {
        return RawCaller.answer(port, head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/3.7",
                "GET /v1/models HTTP/3.7",
                "POST /v1/denoise HTTP/1.1\r\nTransfer-Encoding: xchunked",
                "CONNECT localhost:80 HTTP/1.1",
                "GET /actuator/health?%0aFORGED=1 HTTP/1.1",
                "GET /actuator/health?%1b[31m=1 HTTP/1.1",
                "GET /actuator/health/readiness?%0d%0a=%0a HTTP/1.1",
                "GET /actuator/prometheus?%0aFORGED=1 HTTP/1.1",
                "GET /actuator/info?%zz HTTP/1.1",
                "GET /v3/api-docs?%0aFORGED=1 HTTP/1.1",
                "GET /swagger-ui.html?%0aFORGED=1 HTTP/1.1",
                "GET /?%0aFORGED=1 HTTP/1.1",
                "GET /problems/busy?%0a HTTP/1.1",
                "GET /v1/models?%0aFORGED=1 HTTP/1.1",
                "GET /v1/models HTTP/1.1\r\nAccept: \u00c9",
                "GET /problems/busy HTTP/1.1\r\nAccept: \u00c9",
                "GET /actuator/health HTTP/1.1\r\nAccept: \u00c9",
                "GET /actuator/prometheus HTTP/1.1\r\nAccept: \u00c9",
                "GET /v3/api-docs HTTP/1.1\r\nAccept: \u00c9",
                "GET / HTTP/1.1\r\nAccept: \u00c9",
                "GET /v1/models HTTP/1.1\r\nAccept: a/b;q=x",
                "GET /v1/models HTTP/1.1\r\nContent-Type: \u00c9",
                "POST /v1/denoise HTTP/1.1\r\nContent-Length: 1x",
                "POST /v1/denoise HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=\u00c9\r\nContent-Length: 0",
                "POST /v1/denoise HTTP/1.1\r\nContent-Type: multipart/form-data; charset=nonsense; boundary=a\r\nContent-Length: 0",
                "POST /v1/models HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded; charset=nonsense\r\nContent-Length: 0",
                "PUT /v1/models HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0",
                "GET /v1/models HTTP/1.1\r\nIf-Modified-Since: \u00c9",
                "GET /page/css/page.css HTTP/1.1\r\nRange: bytes=9-1",
                "GET /page/css/page.css HTTP/1.1\r\nRange: bytes=\u00c9",
                "GET /page/css/page.css HTTP/1.1\r\nIf-Modified-Since: \u00c9",
                "GET / HTTP/1.1\r\nIf-None-Match: \u00c9",
                "OPTIONS /v1/denoise HTTP/1.1\r\nOrigin: \u00c9\r\nAccess-Control-Request-Method: POST",
                "TRACE / HTTP/1.1",
                "BREW /v1/denoise HTTP/1.1",
                "GET /v1/models HTTP/1.1\r\ntraceparent: 00-zz-zz-zz",
                "GET /v1/models HTTP/1.1\r\nAccept-Language: \u00c9",
                "GET /v1/models HTTP/1.1\r\nAccept-Encoding: gzip;q=x",
                "GET /v1/models HTTP/1.1\r\nX-Forwarded-Host: \u00c9\r\nForwarded: host=\u00c9",
                "GET /v3/api-docs HTTP/1.1\r\nX-Forwarded-Prefix: \u00c9\r\nX-Forwarded-Port: x",
                "GET /v1/models/%00 HTTP/1.1",
                "GET /v1/models/%0a HTTP/1.1",
                "GET /v1/models/\u00c9 HTTP/1.1",
                "GET /v1/models/%c3%28 HTTP/1.1",
                "GET /v1/models/a%2fb HTTP/1.1",
                "GET /../v1/models HTTP/1.1",
                "GET http://\u00c9/ HTTP/1.1",
            })
    void isNeverAFaultOfTheService(String head, CapturedOutput log) {
        String answer = answer(head);
        var status = STATUS.matcher(answer);

        assertThat(status.lookingAt()).as(answer).isTrue();
        assertThat(Integer.parseInt(status.group("status"))).as(answer).isLessThan(500);
        if (Integer.parseInt(status.group("status")) >= 400) {
            assertThat(answer).contains("application/problem+json").contains("\"type\":\"/problems/");
        }
        assertThat(answer)
                .contains("Content-Security-Policy: ", "X-Content-Type-Options: nosniff", "X-Frame-Options: DENY")
                .contains("Referrer-Policy: no-referrer")
                .doesNotContain("Access-Control-Allow", "message/http");
        assertThat(log.getAll())
                .doesNotContain("Exception")
                .doesNotContain("\nFORGED")
                .doesNotContain("\u001b[31m");
    }

    @Test
    void aPartWhoseHeaderIsTooLongIsNotCalledABodyThatIsTooLarge() {
        String form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\nx\r\n--b--\r\n"
                .formatted("n".repeat(20_000));

        String head = "POST /v1/denoise HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + form.length() + "\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n";

        assertThat(RawCaller.answer(port, head + form))
                .startsWith("HTTP/1.1 400")
                .contains("the header lines of a part have more than")
                .doesNotContain("33554432");
    }
}
