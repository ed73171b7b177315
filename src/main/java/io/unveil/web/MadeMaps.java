package io.unveil.web;

import io.unveil.image.Picture;
import io.unveil.pipeline.Timing;
import io.unveil.pipeline.layers.LayerMaps;
import io.unveil.report.Timings;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** A layer's maps, answered in JSON. */
record MadeMaps(LayerMaps maps, Picture picture) implements Made {
    @Override
    public String model() {
        return maps.model();
    }

    @Override
    public long pixels() {
        return picture.size().pixels();
    }

    @Override
    public Timing timing() {
        return maps.timing();
    }

    @Override
    public Function<Timings, ResponseEntity<Object>> encode() {
        List<MapsReport.Channel> channels =
                maps.maps().stream().map(MapsReport.Channel::of).toList();
        return timings -> ResponseEntity.ok()
                .header(ReportHeaders.SERVER_TIMING, ReportHeaders.serverTiming(timings))
                .body(MapsReport.of(maps, channels, picture, timings));
    }
}
