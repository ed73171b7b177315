package io.unveil.autoencoder;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process's only engine, started with the settings that this project relies on. */
public final class TorchEngine {
    private static final Logger LOG = LoggerFactory.getLogger(TorchEngine.class);

    private TorchEngine() {}

    /**
     * Starts the engine with one thread per core for each operation, unless {@code ai.djl.pytorch.num_threads} says
     * otherwise.
     */
    public static Engine start() {
        return Holder.ENGINE;
    }

    /** Threads that one operation uses. */
    public static int threads() {
        start();
        return JniUtils.getNumThreads();
    }

    /** Sets the number of threads per operation, for this thread and for threads that have not computed yet. */
    public static void useThreads(int threads) {
        start();
        JniUtils.setNumThreads(threads);
    }

    /**
     * A manager on a device that owns the arrays made in it. Every thread that computes without gradients must have
     * called {@link #noGradients}: the engine records them by default, thread by thread.
     */
    public static NDManager newManager(Device device) {
        return start().newBaseManager(device);
    }

    /** Turns the recording of gradients off on this thread. */
    public static void noGradients() {
        start();
        JniUtils.setGradMode(false);
    }

    private static final class Holder {
        static final Engine ENGINE = load();

        private static Engine load() {
            // Both keep DJL from asking the cloud metadata address who its host is, and from downloading anything.
            System.setProperty("ai.djl.offline", "true");
            System.setProperty("OPT_OUT_TRACKING", "true");
            System.setProperty("ai.djl.default_engine", "PyTorch");
            Engine engine = Engine.getInstance();
            JniUtils.setGraphExecutorOptimize(false); // for so few calls, profiling runs cost more than they save
            LOG.debug("engine {} {}", engine.getEngineName(), engine.getVersion());
            return engine;
        }
    }
}
