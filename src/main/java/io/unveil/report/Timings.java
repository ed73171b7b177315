package io.unveil.report;

import io.unveil.pipeline.Timing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the time of one piece of work went; printed in milliseconds. */
public record Timings(Duration decode, Duration queue, Duration inference, Duration encode) {
    /** @param waited before the work began, for leave to begin */
    public static Timings of(Duration decode, Duration waited, Timing work, Duration encode) {
        return new Timings(decode, waited.plus(work.queue()), work.inference(), encode);
    }

    /** The stages by name, in the order in which they run. */
    public Map<String, Duration> stages() {
        Map<String, Duration> stages = new LinkedHashMap<>();
        stages.put("decode", decode);
        stages.put("queue", queue);
        stages.put("inference", inference);
        stages.put("encode", encode);
        return stages;
    }

    /** As JSON has them. */
    public Map<String, Double> inMilliseconds() {
        Map<String, Double> timing = new LinkedHashMap<>();
        stages().forEach((stage, time) -> timing.put(stage, milliseconds(time)));
        return timing;
    }

    public static double milliseconds(Duration time) {
        return Math.round(time.toNanos() / 1e5) / 10.0;
    }
}
