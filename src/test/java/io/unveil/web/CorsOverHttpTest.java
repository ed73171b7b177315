package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.web.Requests.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** A service that one page of another origin may call, with a key. */
@TestPropertySource(
        properties = {
            "unveil.cors.allowed-origins=https://app.example",
            // printf secret | sha256sum
            "unveil.security.api-keys=2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"
        })
class CorsOverHttpTest extends RunningService {
    private static final String ORIGIN = "https://app.example";

    private Answer preflight(String path, String origin, String method) {
        return service()
                .send(
                        path,
                        "OPTIONS",
                        BodyPublishers.noBody(),
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        method,
                        "Access-Control-Request-Headers",
                        "content-type, x-api-key");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/denoise, POST",
        "/v1/fill/report, POST",
        "/v1/models, GET",
        "/v1/models/denoise-gray, GET",
        "/v1/models/denoise-gray/maps, POST"
    })
    void aPreflightListsOnlyWhatTheRouteDoes(String path, String method) {
        Answer answer = preflight(path, ORIGIN, method);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo(method);
        assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo("content-type, x-api-key");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/denoise, https://app.example, DELETE",
        "/v1/denoise, https://other.example, POST",
        "/v1/denoise, http://app.example, POST",
        "/v1/nothing, https://app.example, GET",
        "/actuator/prometheus, https://app.example, GET"
    })
    void aPreflightAllowsNothingElse(String path, String origin, String method) {
        Answer answer = preflight(path, origin, method);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Methods")).isEmpty();
    }

    @Test
    void thePageReadsAnswersAndTheirHeadersAndErrors() {
        Answer served = service()
                .post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng(), "Origin", ORIGIN, "X-API-Key", "secret");
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(served.header("Access-Control-Expose-Headers")).isEqualTo("*");
        assertThat(served.response().headers().allValues("Vary")).contains("Origin");

        Answer refused = service().get("/v1/models", "Origin", ORIGIN);
        ProblemsOverHttpTest.is(refused, 401, "unauthorized", "no API key was sent");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
    }

    @Test
    void anotherPageIsAnsweredWithoutLeaveToRead() {
        Answer answer = service().get("/v1/models", "Origin", "https://other.example", "X-API-Key", "secret");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example/", "app.example", "https://*.example", "null", ""})
    void anOriginIsCheckedAtTheStart(String origin) {
        assertThatThrownBy(() -> new CorsSettings(List.of(origin)))
                .hasMessageContaining("'" + origin + "'")
                .hasMessageContaining("without a path");
    }
}
