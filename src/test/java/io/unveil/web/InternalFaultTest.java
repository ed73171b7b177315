package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.unveil.image.codec.Limits;
import io.unveil.pipeline.denoise.Denoising;
import io.unveil.web.Requests.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import tools.jackson.databind.JsonNode;

/** A fault of our own, planted: the caller learns an id and nothing else, the log the cause under the same id. */
@ExtendWith(OutputCaptureExtension.class)
class InternalFaultTest extends RunningService {
    @MockitoBean
    Denoising denoising;

    @MockitoSpyBean
    LimitsSettings settings;

    @Test
    void theCallerLearnsAnIdAndTheLogTheCause(CapturedOutput log) {
        when(denoising.denoise(any(), any(), any(), any())).thenThrow(new IllegalStateException("planted in secret"));

        Answer answer = service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng());

        JsonNode problem = ProblemsOverHttpTest.is(answer, 500, "internal", "the log has the cause under id");
        String id = problem.get("id").asString();
        assertThat(problem.get("detail").asString()).endsWith(id);
        assertThat(answer.text()).doesNotContain("planted", "Exception", "io.unveil");
        assertThat(log.getOut()).contains("failed, id " + id).contains("IllegalStateException: planted in secret");
    }

    @Test
    void aBugInReadingAPictureIsNotCalledDamage(CapturedOutput log) {
        Limits limits = mock(Limits.class);
        doNothing() // at the header, which is checked by itself
                .doThrow(new IllegalStateException("planted while reading"))
                .when(limits)
                .check(anyLong(), anyLong());
        doReturn(limits).when(settings).ofPictures();

        Answer answer = service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng());

        ProblemsOverHttpTest.is(answer, 500, "internal", "the log has the cause under id");
        assertThat(log.getOut())
                .contains("IllegalStateException: planted while reading")
                .contains("at io.unveil.image.codec.Codec");
    }

    @Test
    void memoryThatRunsOutEndsOneRequestAndIsCounted() {
        when(denoising.denoise(any(), any(), any(), any()))
                .thenThrow(new OutOfMemoryError("planted"))
                .thenThrow(new StackOverflowError("planted"));

        for (String error : List.of("OutOfMemoryError", "StackOverflowError")) {
            Answer answer = service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng());

            ProblemsOverHttpTest.is(answer, 503, "exhausted", "ran out of memory");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(service().get("/actuator/prometheus").text())
                    .contains("unveil_exhausted_total{error=\"%s\"} 1.0".formatted(error));
        }
        assertThat(service().get("/actuator/health/liveness").status()).isEqualTo(200);
    }
}
