package io.unveil.web;

import io.unveil.pipeline.Timing;
import io.unveil.report.Timings;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** What a model made of a request, and how it becomes the answer. */
interface Made {
    String model();

    /** Of the picture that was worked on, for the metrics. */
    long pixels();

    /** Where the time of the work went. */
    Timing timing();

    /** Encodes what was made; what comes back adds the times, this one included. */
    Function<Timings, ResponseEntity<Object>> encode();
}
