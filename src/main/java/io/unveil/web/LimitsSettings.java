package io.unveil.web;

import io.unveil.image.codec.Limits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits on a request's size and time.
 *
 * @param maxPixels pixels of one picture, as its header claims them
 * @param maxSide width or height of one picture, in pixels
 * @param maxBody bytes of a request's body, all parts together
 * @param timeout time for one request from its arrival at the queue to its answer
 * @param drain time after the signal to stop in which new requests are still answered, with 503 and Retry-After, so
 *     that a balancer can turn to other instances
 */
@ConfigurationProperties("unveil.limits")
record LimitsSettings(
        @DefaultValue("64000000") long maxPixels,
        @DefaultValue("30000") int maxSide,
        @DefaultValue("64MB") DataSize maxBody,
        @DefaultValue("120s") Duration timeout,
        @DefaultValue("2s") Duration drain) {
    LimitsSettings {
        requireAtLeastOne("max-pixels", maxPixels);
        requireAtLeastOne("max-side", maxSide);
        requireAtLeastOne("max-body", maxBody.toBytes());
        requireAtLeastOne("timeout", timeout.toMillis());
        if (drain.isNegative()) {
            throw new IllegalArgumentException("unveil.limits.drain must not be negative, was " + drain);
        }
    }

    Limits ofPictures() {
        return new Limits(maxPixels, maxSide);
    }

    private static void requireAtLeastOne(String key, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("unveil.limits.%s must be at least 1, was %d".formatted(key, value));
        }
    }
}
