package io.unveil.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the time of a request went; in headers and JSON in milliseconds. */
record Timings(Duration decode, Duration queue, Duration inference, Duration encode) {
    /** The stages by name, in the order in which they run. */
    Map<String, Duration> stages() {
        Map<String, Duration> stages = new LinkedHashMap<>();
        stages.put("decode", decode);
        stages.put("queue", queue);
        stages.put("inference", inference);
        stages.put("encode", encode);
        return stages;
    }

    /** As the header Server-Timing (W3C) writes it: {@code decode;dur=1.2, queue;dur=0.0, ...}. */
    String header() {
        return stages().entrySet().stream()
                .map(stage -> String.format(Locale.ROOT, "%s;dur=%.1f", stage.getKey(), milliseconds(stage.getValue())))
                .collect(Collectors.joining(", "));
    }

    /** As JSON answers have it. */
    Map<String, Double> inMilliseconds() {
        Map<String, Double> timing = new LinkedHashMap<>();
        stages().forEach((stage, time) -> timing.put(stage, milliseconds(time)));
        return timing;
    }

    static double milliseconds(Duration time) {
        return Math.round(time.toNanos() / 1e5) / 10.0;
    }
}
