package io.unveil.spark;

import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.SparkEnv;
import org.jspecify.annotations.Nullable;

/** The one engine of an executor's process: all its tasks share the loaded models. */
final class Engine {
    private static @Nullable Models models;

    private static @Nullable ModelDigests checked;

    private Engine() {}

    /**
     * The models, loaded on first use.
     *
     * @param workers threads that run networks; 0 = one for each processor
     * @throws JobFailed when this machine's models are not the driver's
     */
    static synchronized Models models(ModelDigests digests, Device device, String precision, int workers)
            throws IOException {
        Models open = models;
        if (open != null && digests.equals(checked)) {
            return open;
        }
        Optional<String> fault = digests.fault();
        if (fault.isPresent()) {
            throw new JobFailed("executor %s: %s".formatted(SparkEnv.get().executorId(), fault.get()));
        }
        if (open != null) {
            open.close();
        }
        Models opened = Models.lazy(
                new InferenceSettings(ModelDigests.place(digests.folder()), device, precision, workers, TILE));
        // an engine that is torn down while it works takes the whole process with it
        Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "close-models"));
        models = opened;
        checked = digests;
        return opened;
    }

    /** The service's. */
    private static final int TILE = 576;
}
