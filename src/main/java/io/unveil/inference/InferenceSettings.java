package io.unveil.inference;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The models, and how they run.
 *
 * @param models folder whose subfolders are the models; a relative one that the working directory lacks is looked for
 *     beside the jar and one folder above it
 * @param device auto, cpu or gpu; models are assigned to several GPUs in turn
 * @param precision auto (bfloat16 where the processor has it), fp32 or bf16
 * @param workers threads that run tiles; 0 = one for each processor
 * @param tile longest side of the network's input, in pixels; larger pictures are cut into tiles. 48 planes of 576 x
 *     576 in bfloat16 stay below the 32 MiB above which the allocator requests fresh memory from the system each time
 */
@ConfigurationProperties("unveil")
public record InferenceSettings(
        @DefaultValue("models") Path models,
        @DefaultValue("auto") Device device,
        @DefaultValue("auto") String precision,
        @DefaultValue("0") int workers,
        @DefaultValue(InferenceSettings.TILE) int tile) {
    /** Measured on two cores (docs/results.md, Speed). */
    static final String TILE = "576";

    public InferenceSettings {
        if (!List.of("auto", "fp32", "bf16").contains(precision)) {
            throw new IllegalArgumentException("unveil.precision must be auto, fp32 or bf16, was " + precision);
        }
        if (workers < 0) {
            throw new IllegalArgumentException("unveil.workers must not be negative, was " + workers);
        }
        if (tile < 32) {
            throw new IllegalArgumentException("unveil.tile must be at least 32, was " + tile);
        }
        models = ModelsHome.find(models);
    }

    /** With defaults for the rest. */
    public static InferenceSettings of(Path models, Device device, String precision) {
        return new InferenceSettings(models, device, precision, 0, Integer.parseInt(TILE));
    }

    int threads() {
        return workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }
}
