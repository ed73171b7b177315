package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.inference.Admission;
import io.unveil.inference.Demand;
import io.unveil.web.Requests.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A service without a queue, and one that is stopped. */
@TestPropertySource(properties = {"unveil.admission.pixels=3000", "unveil.admission.queue=0"})
@DirtiesContext
class FullServiceTest extends RunningService {
    private static final String DENOISE = "/v1/denoise?sigma=20";

    @Autowired
    Admission admission;

    @Autowired
    Draining draining;

    @Test
    void requestsToAFullServiceGetARetryTimeThenServiceAndARefusalOnceItStops() {
        try (Admission.Ticket inside = admission.admit(new Demand(2000, 0))) {
            assertThat(inside).isNotNull();
            Answer busy = service().post(DENOISE, "image/png", Drawn.noisyPng());
            ProblemsOverHttpTest.is(busy, 429, "busy", "unveil.admission.queue");
            assertThat(Integer.parseInt(busy.header("Retry-After"))).isPositive();
            ProblemsOverHttpTest.is(
                    service().post(DENOISE + "0", "image/png", Drawn.noisyPng()), 400, "invalid-parameter", "sigma");
        }
        assertThat(service().post(DENOISE, "image/png", Drawn.noisyPng()).status())
                .isEqualTo(200);

        draining.stop();
        Answer late = service().post(DENOISE, "image/png", Drawn.noisyPng());
        ProblemsOverHttpTest.is(late, 503, "draining", "shutting down");
        assertThat(Integer.parseInt(late.header("Retry-After"))).isPositive();
        assertThat(service().get("/actuator/health/liveness").status()).isEqualTo(200);
    }
}
