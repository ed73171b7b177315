package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "management.server.port=0",
            "unveil.security.api-keys=2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"
        })
class ManagementPortTest extends RunningService {
    @LocalManagementPort
    int managementPort;

    @Test
    void metricsCanBeMovedToAPortOfTheirOwnWhereKeysHoldToo() {
        Requests management = new Requests(managementPort);

        assertThat(management.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(management.get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(management.get("/actuator/prometheus", "X-API-Key", "secret").status())
                .isEqualTo(200);
        assertThat(service().get("/actuator/prometheus", "X-API-Key", "secret").status())
                .isEqualTo(404);
    }
}
