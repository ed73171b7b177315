package io.unveil.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.unveil.inference.Admission;
import io.unveil.report.Timings;
import org.springframework.stereotype.Component;

/** Metrics of the work itself; Spring counts HTTP. */
@Component
class Metrics {
    private final MeterRegistry registry;
    private final ObservationRegistry observations;

    Metrics(MeterRegistry registry, ObservationRegistry observations, Admission admission) {
        this.registry = registry;
        this.observations = observations;
        Gauge.builder("unveil.admission.running", admission, Admission::running)
                .description("requests being decoded, processed or encoded")
                .register(registry);
        Gauge.builder("unveil.admission.waiting", admission, Admission::waiting)
                .description("requests in the queue")
                .register(registry);
    }

    /**
     * Counts one picture that was answered, and notes it on the request's trace; the model is its name, or that of the
     * method where it is none.
     */
    void served(String model, long pixels, Timings timings) {
        timings.stages()
                .forEach((stage, time) -> Timer.builder("unveil.stage")
                        .description("time of a request by stage")
                        .tag("stage", stage)
                        .register(registry)
                        .record(time));
        registry.counter("unveil.pictures", "model", model).increment();
        registry.counter("unveil.pixels", "model", model).increment((double) pixels);
        trace(model, pixels, timings);
    }

    /** Counts a request that was ended by an error of the machine, such as memory that ran out. */
    void exhausted(Error error) {
        Counter.builder("unveil.exhausted")
                .description("requests that ran out of memory or stack")
                .tag("error", error.getClass().getSimpleName())
                .register(registry)
                .increment();
    }

    private void trace(String model, long pixels, Timings timings) {
        Observation request = observations.getCurrentObservation();
        if (request != null) {
            request.highCardinalityKeyValue("unveil.model", model);
            request.highCardinalityKeyValue("unveil.pixels", String.valueOf(pixels));
            timings.stages()
                    .forEach((stage, time) -> request.highCardinalityKeyValue(
                            "unveil." + stage + ".milliseconds", String.valueOf(Timings.milliseconds(time))));
        }
    }
}
