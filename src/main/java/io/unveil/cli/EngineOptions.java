package io.unveil.cli;

import io.unveil.inference.Compute;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import picocli.CommandLine.Mixin;

/** The models and the device that they run on; the same in every command that runs one. */
final class EngineOptions {
    @Mixin
    private ModelsFolder folder;

    @Mixin
    private DeviceOptions device;

    /** The models of the folder, each loaded on first use. */
    Models open() {
        return Models.lazy(InferenceSettings.of(folder.root(), device.device(), device.precision()));
    }

    ModelsFolder folder() {
        return folder;
    }

    Compute compute() {
        return device.compute();
    }
}
