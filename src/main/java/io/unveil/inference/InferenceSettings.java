package io.unveil.inference;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What runs, and where.
 *
 * @param models folder whose subfolders are the models
 * @param device auto, cpu or gpu
 * @param precision auto (bfloat16 where the processor has it), fp32 or bf16
 * @param workers threads that run tiles; 0 = one for each processor
 */
@ConfigurationProperties("unveil")
public record InferenceSettings(
        @DefaultValue("models") Path models,
        @DefaultValue("auto") Device device,
        @DefaultValue("auto") String precision,
        @DefaultValue("0") int workers) {}
