package io.unveil.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.TorchEngine;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws the examples of the next step on a thread of its own while the engine works on the present ones. The examples
 * are the same as without it, because they depend only on the step.
 */
final class PrefetchedExamples implements Examples, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrefetchedExamples.class);

    private final Examples examples;
    private final NDManager manager;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread named = new Thread(work, "examples");
        named.setDaemon(true);
        return named;
    });
    private Next next;

    private record Next(long step, Future<List<NDArray>> tensors) {}

    /** @param step the first step that will be requested */
    PrefetchedExamples(Examples examples, long step, Device device) {
        this.examples = examples;
        this.manager = TorchEngine.newManager(device);
        this.next = draw(step);
    }

    @Override
    public List<NDArray> ofStep(long step, NDManager call) {
        Next drawn = next.step == step ? next : redraw(step);
        List<NDArray> tensors = await(drawn.tensors);
        tensors.forEach(tensor -> tensor.attach(call));
        next = draw(step + 1);
        return tensors;
    }

    private Next redraw(long step) {
        await(next.tensors).forEach(NDArray::close);
        return draw(step);
    }

    private Next draw(long step) {
        return new Next(step, thread.submit(() -> copies(step)));
    }

    /** A copy, because the examples' own tensors lie in buffers that the next draw overwrites. */
    private List<NDArray> copies(long step) {
        try (NDManager drawing = manager.newSubManager()) {
            List<NDArray> copies = examples.ofStep(step, drawing).stream()
                    .map(NDArray::duplicate)
                    .toList();
            copies.forEach(copy -> copy.attach(manager));
            return copies;
        }
    }

    private static List<NDArray> await(Future<List<NDArray>> tensors) {
        try {
            return tensors.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while examples were drawn", e);
        }
    }

    /** Waits for the present draw to end; its tensors go with the manager. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            while (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.warn("examples are still being drawn");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        manager.close();
    }
}
