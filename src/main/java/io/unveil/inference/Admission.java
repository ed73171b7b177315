package io.unveil.inference;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Admits requests by their number of pixels, first come first served, before anything is decoded. Thread-safe. */
public final class Admission {
    private final AdmissionSettings settings;
    private final Duration timeout;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Ticket> queue = new ArrayDeque<>();
    private final Throughput throughput = new Throughput();
    private long pixelsInside;
    private long pixelsWaiting;
    private int running;
    private boolean draining;

    /** The timeout (unveil.limits.timeout) limits a request's whole time, from {@link #admit} on. */
    public Admission(AdmissionSettings settings, Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("unveil.limits.timeout must be above 0, was " + timeout);
        }
        this.settings = settings;
        this.timeout = timeout;
    }

    /**
     * Waits until there is room for a picture of this many pixels. Throws {@link RefusedRequest} with BUSY when the
     * queue is full, DRAINING after {@link #drain()}, TIMED_OUT when the wait outlasts the request's limit. Close the
     * ticket when the answer is written.
     */
    public Ticket admit(long pixels) {
        return admit(pixels, Deadline.in(timeout));
    }

    /** The same with a limit of its own; work with a handle waits however long the queue is. */
    public Ticket admit(long pixels, Deadline deadline) {
        lock.lock();
        try {
            if (draining) {
                throw RefusedRequest.draining("the service is shutting down, ask again later");
            }
            Ticket ticket = new Ticket(pixels, deadline);
            if (!queue.isEmpty() || !fits(pixels)) {
                await(ticket);
            }
            ticket.enter();
            return ticket;
        } finally {
            lock.unlock();
        }
    }

    /** From now on no new request is admitted; running and waiting ones are served. */
    public void drain() {
        letIn(false);
    }

    /** Admits requests again after {@link #drain()}: a stopped service can be started again. */
    public void open() {
        letIn(true);
    }

    private void letIn(boolean anybody) {
        lock.lock();
        try {
            draining = !anybody;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all requests are done; false when that takes longer than the limit. */
    public boolean awaitEmpty(Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (running > 0 || !queue.isEmpty()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** How long pictures of this many pixels will take, judged by the last ones that were served. */
    public Duration expected(long pixels) {
        lock.lock();
        try {
            return throughput.expected(pixels);
        } finally {
            lock.unlock();
        }
    }

    /** Running requests. */
    public int running() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /** Requests in the queue. */
    public int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean fits(long pixels) {
        return running == 0 || pixelsInside + pixels <= settings.budget();
    }

    /** Only the head of the queue may enter: small pictures cannot overtake a large one forever. */
    private void await(Ticket ticket) {
        if (ticket.deadline.awaited() && queue.size() >= settings.queue()) {
            throw RefusedRequest.busy(
                    "%d requests are running and %d waiting, no more may wait (unveil.admission.queue)"
                            .formatted(running, queue.size()),
                    throughput.timeFor(pixelsInside + pixelsWaiting));
        }
        queue.add(ticket);
        pixelsWaiting += ticket.pixels;
        try {
            while (queue.peek() != ticket || !fits(ticket.pixels)) {
                ticket.deadline.check();
                changed.awaitNanos(ticket.deadline.left());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RefusedRequest.draining("the service stopped while the request waited for room");
        } finally {
            queue.remove(ticket);
            pixelsWaiting -= ticket.pixels;
            changed.signalAll();
        }
    }

    /** The right to process one picture; closing it twice does nothing. */
    public final class Ticket implements AutoCloseable {
        private final long pixels;
        private final Deadline deadline;
        private final long asked = System.nanoTime();
        private long entered;
        private boolean inside;

        private Ticket(long pixels, Deadline deadline) {
            this.pixels = pixels;
            this.deadline = deadline;
        }

        /** How long the request waited in the queue. */
        public Duration waited() {
            return Duration.ofNanos(entered - asked);
        }

        /** The end of the whole request, waiting included. */
        public Deadline deadline() {
            return deadline;
        }

        private void enter() {
            entered = System.nanoTime();
            inside = true;
            running++;
            pixelsInside += pixels;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (inside) {
                    inside = false;
                    running--;
                    pixelsInside -= pixels;
                    throughput.served(pixels, entered, System.nanoTime());
                    changed.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
