package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.web.Requests.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A service without jobs. */
@TestPropertySource(properties = "unveil.jobs.enabled=false")
@DirtiesContext
class JobsOffTest extends RunningService {
    @Test
    void thePreferenceIsIgnoredAndThereAreNoJobs() throws Exception {
        Answer answer =
                service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng(), "Prefer", "respond-async");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.header("Preference-Applied")).isEmpty();
        ProblemsOverHttpTest.is(service().get("/v1/jobs/any"), 404, "not-found", "nothing is at /v1/jobs/any");
        byte[] zip = BatchesOverHttpTest.zip(Map.of("a.png", Drawn.noisyPng()));
        ProblemsOverHttpTest.is(
                service().post("/v1/batches/denoise", "application/zip", zip), 404, "not-found", "nothing is at");
        assertThat(service().get("/v3/api-docs").json().get("paths").propertyNames())
                .noneMatch(path -> path.startsWith("/v1/jobs") || path.startsWith("/v1/batches"));
    }
}
