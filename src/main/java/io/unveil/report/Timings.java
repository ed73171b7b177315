package io.unveil.report;

import io.unveil.pipeline.Timing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The time of one piece of work by stage; printed in milliseconds. */
public record Timings(Duration decode, Duration queue, Duration inference, Duration encode) {
    /** @param waited time in the queue before the work began */
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

    /** As in JSON. */
    public Map<String, Double> inMilliseconds() {
        Map<String, Double> timing = new LinkedHashMap<>();
        stages().forEach((stage, time) -> timing.put(stage, milliseconds(time)));
        return timing;
    }

    public static double milliseconds(Duration time) {
        return Math.round(time.toNanos() / 1e5) / 10.0;
    }
}
