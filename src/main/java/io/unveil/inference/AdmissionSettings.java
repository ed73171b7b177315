package io.unveil.inference;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much work is admitted at once.
 *
 * @param pixels pixels of all pictures that are decoded, processed or encoded at one time; a larger single picture is
 *     processed alone
 * @param memory Java heap for these pictures, by what each route takes a pixel (docs/deployment.md); a picture that
 *     needs more even by itself is refused; 0 = half of the heap
 * @param queue requests that may wait for room; further ones are asked to come back
 */
@ConfigurationProperties("unveil.admission")
public record AdmissionSettings(
        @DefaultValue("64000000") long pixels,
        @DefaultValue("0B") DataSize memory,
        @DefaultValue("64") int queue) {
    public AdmissionSettings {
        if (pixels < 1) {
            throw new IllegalArgumentException("unveil.admission.pixels must be at least 1, was " + pixels);
        }
        if (memory.isNegative()) {
            throw new IllegalArgumentException("unveil.admission.memory must not be negative, was " + memory);
        }
        if (queue < 0) {
            throw new IllegalArgumentException("unveil.admission.queue must not be negative, was " + queue);
        }
    }

    /**
     * Bytes of heap for all pictures together. Half: a quarter is for bodies as they were sent, the rest for the
     * service itself and for what collectors need to move large arrays.
     */
    long budget() {
        return memory.toBytes() > 0 ? memory.toBytes() : Runtime.getRuntime().maxMemory() / 2;
    }
}
