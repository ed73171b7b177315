package io.unveil.web;

import io.unveil.image.Picture;
import io.unveil.pipeline.Timing;
import io.unveil.pipeline.code.Encoded;
import io.unveil.pipeline.code.Npy;
import io.unveil.report.Timings;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** A latent code, answered as NumPy keeps it or in JSON. */
record MadeCode(Encoded code, Picture picture, Answer answer) implements Made {
    @Override
    public String model() {
        return code.model();
    }

    @Override
    public long pixels() {
        return picture.size().pixels();
    }

    @Override
    public Timing timing() {
        return code.timing();
    }

    @Override
    public Function<Timings, ResponseEntity<Object>> encode() {
        if (answer instanceof Answer.Npy) {
            byte[] npy = Npy.write(code.code());
            return timings -> ok(timings).body(npy);
        }
        return timings -> ok(timings).body(CodeReport.of(code, picture, timings));
    }

    private ResponseEntity.BodyBuilder ok(Timings timings) {
        return ResponseEntity.ok()
                .header("Unveil-Model", code.model())
                .header("Unveil-Pipeline", String.join(", ", code.steps()))
                .header(ReportHeaders.SERVER_TIMING, ReportHeaders.serverTiming(timings))
                .contentType(answer.type());
    }
}
