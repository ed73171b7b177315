package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.web.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** A service with two keys: one by its hash, one in a file. */
@TestPropertySource(
        properties = {
            // printf secret | sha256sum
            "unveil.security.api-keys[0]=2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b",
            "unveil.security.api-keys[1]=file:src/test/resources/api-keys.txt"
        })
class ApiKeysOverHttpTest extends RunningService {
    private static final String DENOISE = "/v1/denoise?sigma=20";

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"secret", "another secret"})
    void aKeyThatIsKnownLetsIn(String key) {
        assertThat(service().get("/v1/models", "X-API-Key", key).status()).isEqualTo(200);
        assertThat(service().get("/v1/models", "Authorization", "Bearer " + key).status())
                .isEqualTo(200);
        assertThat(service()
                        .post(DENOISE, "image/png", Drawn.noisyPng(), "X-API-Key", key)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withoutAKeyNobodyIsLetIn() {
        Answer answer = service().post(DENOISE, "image/png", Drawn.noisyPng());
        ProblemsOverHttpTest.is(answer, 401, "unauthorized", "no API key was sent");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        ProblemsOverHttpTest.is(service().get("/v1/models"), 401, "unauthorized", "no API key was sent");
        ProblemsOverHttpTest.is(service().get("/actuator/prometheus"), 401, "unauthorized", "no API key was sent");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Secret", "secret2", "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"})
    void aWrongKeyOrTheHashItselfLetsNobodyIn(String key) {
        ProblemsOverHttpTest.is(
                service().get("/v1/models", "X-API-Key", key), 401, "unauthorized", "the API key is not known");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness"})
    void theDetailsOfHealthAreForThoseWithAKey(String path) {
        assertThat(service().get(path).json().get("status").asString()).isEqualTo("UP");
        assertThat(service().get(path).text()).doesNotContain("components", "denoise-gray");
        assertThat(service().get(path, "X-API-Key", "wrong").text()).doesNotContain("components", "denoise-gray");
        assertThat(service().get(path, "X-API-Key", "secret").text()).contains("components", "denoise-gray");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/v3/api-docs/swagger-config",
                "/swagger-ui/index.html",
                "/problems/unauthorized"
            })
    void healthAndDescriptionAreOpenToAll(String path) {
        assertThat(service().get(path).status()).isEqualTo(200);
    }
}
