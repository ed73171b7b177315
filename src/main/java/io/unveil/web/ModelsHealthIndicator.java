package io.unveil.web;

import io.unveil.inference.ModelState;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.report.Timings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the models work: each is tried with a small real picture. The service is up while one model serves, because
 * taking it out of rotation would take the good models away too; each broken model is DOWN in the details. A model that
 * waits for its first use is verified, but not tried: that would load it.
 */
@Component
class ModelsHealthIndicator implements HealthIndicator {
    /** How long an answer is reused, so that probes cost nothing. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Models models;
    private Health last = Health.unknown().build();
    private long asked;

    ModelsHealthIndicator(Models models) {
        this.models = models;
    }

    @Override
    public synchronized Health health() {
        long now = System.nanoTime();
        if (last.getStatus().equals(Status.UNKNOWN) || now - asked > FRESH.toNanos()) {
            last = tried();
            asked = now;
        }
        return last;
    }

    private Health tried() {
        List<ModelState> states = models.all();
        List<Health> each =
                states.parallelStream().map(this::tried).toList(); // the first run of a network takes its time
        Map<String, Object> details = new LinkedHashMap<>();
        boolean serves = false;
        for (int i = 0; i < each.size(); i++) {
            serves |= each.get(i).getStatus().equals(Status.UP);
            details.put(states.get(i).name(), each.get(i));
        }
        return Health.status(serves ? Status.UP : Status.DOWN)
                .withDetail("device", models.device())
                .withDetail(
                        "waiting",
                        states.stream()
                                .filter(state -> models.waits(state.name()))
                                .count())
                .withDetails(details)
                .build();
    }

    private Health tried(ModelState state) {
        if (state instanceof ModelState.Broken broken) {
            return Health.down().withDetail("error", broken.error()).build();
        }
        if (models.waits(state.name())) {
            return Health.up().withDetail("waits", true).build();
        }
        try {
            return Health.up()
                    .withDetail("milliseconds", Timings.milliseconds(models.probe(state.name())))
                    .build();
        } catch (RefusedRequest e) {
            return Health.down()
                    .withDetail("error", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
