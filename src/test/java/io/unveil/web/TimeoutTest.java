package io.unveil.web;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "unveil.limits.timeout=1ms")
class TimeoutTest extends RunningService {
    @Test
    void aRequestThatRunsPastItsLimitIsGivenUp() {
        byte[] large = Drawn.file(Drawn.slope(400, 3, 20, BitDepth.EIGHT, Format.PNG));

        ProblemsOverHttpTest.is(
                service().post("/v1/denoise?sigma=20", "image/png", large), 504, "timed-out", "limit of 1 ms");
    }
}
