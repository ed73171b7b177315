package io.unveil.inference;

import io.unveil.autoencoder.TorchEngine;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The threads that run tiles. The tiles of one picture are spread over all of them; a request never has more tiles in the line than
 * there are threads and one, so that pictures which come together take turns instead of waiting for one another.
 */
final class Workers implements AutoCloseable {
    private final int count;
    private final ExecutorService threads;

    Workers(int count) {
        AtomicInteger number = new AtomicInteger();
        this.count = count;
        this.threads = Executors.newFixedThreadPool(
                count, task -> new Thread(() -> work(task), "unveil-worker-" + number.incrementAndGet()));
    }

    private static void work(Runnable task) {
        TorchEngine.noGradients(); // the engine records gradients on every new thread
        task.run();
    }

    private record Done<T>(Tile tile, T result, long started) {}

    /**
     * Works on all tiles in parallel and hands each result to the calling thread, in the order in which they are ready. Gives the time
     * until the first tile was taken up. When this returns, or throws, no tile is being worked on.
     */
    <T> Duration run(List<Tile> tiles, Function<Tile, T> work, BiConsumer<Tile, T> ready, Deadline deadline) {
        ExecutorCompletionService<Done<T>> line = new ExecutorCompletionService<>(threads);
        Iterator<Tile> left = tiles.iterator();
        long asked = System.nanoTime();
        long firstStart = Long.MAX_VALUE;
        int under = 0;
        try {
            while (under > 0 || left.hasNext()) {
                deadline.check();
                while (left.hasNext() && under <= count) {
                    Tile tile = left.next();
                    line.submit(() -> worked(tile, work, deadline));
                    under++;
                }
                Future<Done<T>> next = line.take();
                under--;
                Done<T> done = result(next);
                firstStart = Math.min(firstStart, done.started() - asked);
                ready.accept(done.tile(), done.result());
            }
            return Duration.ofNanos(tiles.isEmpty() ? 0 : firstStart);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.draining("the service stopped while the picture was worked on");
        } finally {
            settle(line, under);
        }
    }

    private static <T> Done<T> worked(Tile tile, Function<Tile, T> work, Deadline deadline) {
        long started = System.nanoTime();
        deadline.check();
        return new Done<>(tile, work.apply(tile), started);
    }

    private static <T> Done<T> result(Future<Done<T>> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("tile work throws unchecked exceptions alone", e.getCause());
        }
    }

    /** Waits for tiles already handed over: they read the picture, and their tensors must be gone before the request is. */
    private static <T> void settle(ExecutorCompletionService<Done<T>> line, int under) {
        boolean interrupted = false;
        for (int left = under; left > 0; ) {
            try {
                Future<Done<T>> unused = line.take(); // what became of it no longer matters
                left--;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the threads after the tiles they have been given. */
    @Override
    public void close() {
        threads.shutdown();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
