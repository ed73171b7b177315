package io.unveil.inference;

import ai.djl.engine.Engine;
import java.util.List;
import java.util.stream.IntStream;

/** Where networks run (unveil.device). */
public enum Device {
    /** The GPUs when the engine sees any, else the CPU. */
    AUTO,
    CPU,
    /** The GPUs; the service does not start without one. */
    GPU;

    /**
     * The devices for this setting when the engine sees this many GPUs: all of them, or the CPU. Throws {@link NoGpu}
     * where a GPU is requested and there is none.
     */
    List<ai.djl.Device> among(int gpus) {
        if (this == GPU && gpus == 0) {
            throw new NoGpu();
        }
        return this == CPU || gpus == 0
                ? List.of(ai.djl.Device.cpu())
                : IntStream.range(0, gpus).mapToObj(ai.djl.Device::gpu).toList();
    }

    List<ai.djl.Device> in(Engine engine) {
        return among(this == CPU ? 0 : engine.getGpuCount()); // with old drivers, looking for GPUs prints warnings
    }
}
