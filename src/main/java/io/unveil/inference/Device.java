package io.unveil.inference;

import ai.djl.engine.Engine;

/** Where networks run (unveil.device). */
public enum Device {
    /** The GPU when the engine sees one, else the CPU. */
    AUTO,
    CPU,
    /** The GPU; the service does not start without one. */
    GPU;

    /** What this wish means with an engine that sees so many GPUs; throws IllegalStateException where a GPU is asked for in vain. */
    ai.djl.Device among(int gpus) {
        if (this == GPU && gpus == 0) {
            throw new IllegalStateException(
                    "unveil.device is gpu, but the engine sees none; set it to auto or cpu, or give the engine"
                            + " a build of libtorch for this GPU (docs/configuration.md)");
        }
        return this == CPU || gpus == 0 ? ai.djl.Device.cpu() : ai.djl.Device.gpu();
    }

    ai.djl.Device in(Engine engine) {
        return this == CPU
                ? ai.djl.Device.cpu()
                : among(engine.getGpuCount()); // looking for GPUs warns where drivers are old
    }
}
