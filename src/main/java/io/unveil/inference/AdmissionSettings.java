package io.unveil.inference;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much work is let in at once.
 *
 * @param pixels pixels of all pictures that are decoded, cleaned or encoded at one time; a larger single picture goes alone
 * @param queue requests that may wait for room; the next one is told to come back
 */
@ConfigurationProperties("unveil.admission")
public record AdmissionSettings(
        @DefaultValue("48000000") long pixels,
        @DefaultValue("64") int queue) {
    public AdmissionSettings {
        if (pixels < 1) {
            throw new IllegalArgumentException("unveil.admission.pixels must be at least 1, was " + pixels);
        }
        if (queue < 0) {
            throw new IllegalArgumentException("unveil.admission.queue must not be negative, was " + queue);
        }
    }
}
