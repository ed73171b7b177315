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
 * The threads that run tiles. The tiles of one picture are spread over all of them; a request never has more tiles in
 * the queue than there are threads plus one, so that simultaneous pictures take turns instead of waiting for each
 * other.
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

    private record Done<W, T>(W piece, T result, long started) {}

    /**
     * Processes all pieces, usually tiles, in parallel and hands each result to the calling thread, in the order of
     * completion. Returns the time until the first piece was started. When this returns or throws, no piece is in
     * progress.
     */
    <W, T> Duration run(List<W> pieces, Function<W, T> work, BiConsumer<W, T> ready, Deadline deadline) {
        ExecutorCompletionService<Done<W, T>> line = new ExecutorCompletionService<>(threads);
        Iterator<W> left = pieces.iterator();
        long asked = System.nanoTime();
        long firstStart = Long.MAX_VALUE;
        int under = 0;
        deadline.begin(pieces.size());
        int finished = 0;
        try {
            while (under > 0 || left.hasNext()) {
                deadline.check();
                while (left.hasNext() && under <= count) {
                    W piece = left.next();
                    line.submit(() -> worked(piece, work, deadline));
                    under++;
                }
                Future<Done<W, T>> next = line.poll(Deadline.LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    continue; // to look at the deadline
                }
                under--;
                Done<W, T> done = result(next);
                firstStart = Math.min(firstStart, done.started() - asked);
                ready.accept(done.piece(), done.result());
                deadline.pieceDone();
                finished++;
                deadline.checkPace(asked + firstStart, (double) finished / pieces.size());
            }
            return Duration.ofNanos(pieces.isEmpty() ? 0 : firstStart);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RefusedRequest.draining("the service stopped while the picture was worked on");
        } finally {
            settle(line, under);
        }
    }

    private static <W, T> Done<W, T> worked(W piece, Function<W, T> work, Deadline deadline) {
        long started = System.nanoTime();
        deadline.check();
        return new Done<>(piece, work.apply(piece), started);
    }

    private static <W, T> Done<W, T> result(Future<Done<W, T>> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("tile work throws only unchecked exceptions", e.getCause());
        }
    }

    /**
     * Waits for tiles already started: they read the picture, and their tensors must be freed before the request ends.
     */
    private static <W, T> void settle(ExecutorCompletionService<Done<W, T>> line, int under) {
        boolean interrupted = false;
        for (int left = under; left > 0; ) {
            try {
                Future<Done<W, T>> unused = line.take(); // its result no longer matters
                left--;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the threads after their present tiles. */
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
