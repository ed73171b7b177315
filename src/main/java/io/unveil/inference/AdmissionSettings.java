package io.unveil.inference;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much work is admitted at once.
 *
 * @param pixels pixels of all pictures that are decoded, processed or encoded at one time; a larger single picture is
 *     processed alone
 * @param memory Java heap for these pictures, at 54 bytes per pixel; 0 = three quarters of the heap
 * @param queue requests that may wait for room; further ones are asked to come back
 */
@ConfigurationProperties("unveil.admission")
public record AdmissionSettings(
        @DefaultValue("48000000") long pixels,
        @DefaultValue("0B") DataSize memory,
        @DefaultValue("64") int queue) {
    /**
     * 54: colour in, out and clean reference at 2 bytes a sample, two of them as floats for the error, one more for its
     * sums.
     */
    static final int BYTES_PER_PIXEL = 3 * 3 * 2 + 3 * 3 * 4;

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

    /** Pixels that may be in progress together: the tighter of the two limits. */
    long budget() {
        long bytes =
                memory.toBytes() > 0 ? memory.toBytes() : Runtime.getRuntime().maxMemory() / 4 * 3;
        return Math.min(pixels, bytes / BYTES_PER_PIXEL);
    }
}
