package io.unveil.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.unveil.inference.ModelState;
import io.unveil.inference.Models;
import org.springframework.stereotype.Component;

/** Metrics of the engine: its tensors, and the models loaded at the start. */
@Component
class EngineMetrics implements MeterBinder {
    private final Models models;

    EngineMetrics(Models models) {
        this.models = models;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("unveil.engine.tensors", models, Models::liveArrays)
                .description("tensors alive in all networks; constant while no request runs")
                .register(registry);
        for (ModelState state : models.all()) {
            Gauge.builder("unveil.model", () -> state instanceof ModelState.Ready ? 1 : 0)
                    .description("1 for a model that serves, 0 for a broken one")
                    .tags(tags(state))
                    .register(registry);
        }
    }

    private static Tags tags(ModelState state) {
        return state instanceof ModelState.Ready ready
                ? tags(
                        ready.name(),
                        "ready",
                        ready.card().version(),
                        ready.card().task().word(),
                        ready.device(),
                        ready.precision())
                : tags(state.name(), "broken", "none", "none", "none", "none");
    }

    private static Tags tags(
            String model, String status, String version, String task, String device, String precision) {
        return Tags.of(
                "model",
                model,
                "status",
                status,
                "version",
                version,
                "task",
                task,
                "device",
                device,
                "precision",
                precision);
    }
}
