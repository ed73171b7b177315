package io.unveil.web;

import io.unveil.report.AnomalyFigures;
import io.unveil.report.ErrorFigures;
import io.unveil.report.Report;
import io.unveil.report.Timings;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/** What picture answers say in headers: the figures of the report, but for the boxes of scoring. */
final class ReportHeaders {
    static final String SERVER_TIMING = "Server-Timing";
    static final String STAGES = "decode, queue, inference and encode in milliseconds";

    private ReportHeaders() {}

    static HttpHeaders of(Report report) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("Unveil-Model", report.model());
        headers.set("Unveil-Pipeline", String.join(", ", report.pipeline()));
        if (!report.notes().isEmpty()) {
            headers.set("Unveil-Notes", printable(String.join("; ", report.notes())));
        }
        report.frames().ifPresent(frames -> headers.set("Unveil-Frames", frames.header()));
        report.noise().ifPresent(noise -> headers.set("Unveil-Noise", noise.header()));
        report.error().ifPresent(error -> {
            headers.set("Unveil-Mse", figure(error.mse()));
            headers.set("Unveil-Mae", figure(error.mae()));
            headers.set("Unveil-Psnr", decibels(error));
            headers.set("Unveil-Ssim", figure(error.ssim()));
        });
        report.reference().ifPresent(both -> {
            headers.set("Unveil-Reference-Psnr", decibels(both.after()));
            headers.set("Unveil-Reference-Ssim", figure(both.after().ssim()));
        });
        report.anomaly().ifPresent(anomaly -> add(anomaly, headers));
        return headers;
    }

    /** Headers take nothing but letters of ASCII; notes quote files. */
    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private static void add(AnomalyFigures anomaly, HttpHeaders headers) {
        headers.set("Unveil-Score", share(anomaly.score()));
        headers.set("Unveil-Threshold", share(anomaly.threshold()));
        headers.set("Unveil-Anomalous", String.valueOf(anomaly.anomalous()));
        headers.set("Unveil-Calibrated", String.valueOf(anomaly.calibrated()));
        anomaly.familiar().ifPresent(familiar -> headers.set("Unveil-Familiar", String.valueOf(familiar)));
        anomaly.falseAlarmRate().ifPresent(rate -> headers.set("Unveil-False-Alarm-Rate", share(rate)));
    }

    /** As W3C Server Timing has it: {@code decode;dur=1.2, queue;dur=0.0, ...}, in milliseconds. */
    static String serverTiming(Timings timings) {
        return timings.inMilliseconds().entrySet().stream()
                .map(stage -> String.format(Locale.ROOT, "%s;dur=%.1f", stage.getKey(), stage.getValue()))
                .collect(Collectors.joining(", "));
    }

    static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", Math.round(value * 1e4) / 1e4); // never minus zero
    }

    /** The PSNR of equal pictures is inf. */
    private static String decibels(ErrorFigures error) {
        return error.psnr().map(ReportHeaders::figure).orElse("inf");
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.6f", share);
    }
}
