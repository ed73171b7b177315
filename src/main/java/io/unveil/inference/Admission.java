package io.unveil.inference;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Admits requests by their pixels and by the memory that they take, first come first served, before anything is
 * decoded. Thread-safe.
 */
public final class Admission {
    private final AdmissionSettings settings;
    private final Duration timeout;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Ticket> queue = new ArrayDeque<>();
    private final Throughput throughput = new Throughput();
    private long pixelsInside;
    private long bytesInside;
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
     * Waits until there is room for this much work. Throws {@link RefusedRequest} with TOO_LARGE when it needs more
     * memory than is set aside for all, BUSY when the queue is full or the work ahead would take most of the request's
     * time, DRAINING after {@link #drain()}, TIMED_OUT when the wait outlasts the request's limit, GONE when the caller
     * has hung up. Close the ticket when the answer is written.
     */
    public Ticket admit(Demand demand, Deadline.Company company) {
        return admit(demand, ticket -> Deadline.in(timeout, company, ticket::reserve));
    }

    /** The same for work that nobody waits for: it has no limit, and waits however long the queue is. */
    public Ticket admit(Demand demand, WorkHandle work) {
        return admit(demand, ticket -> Deadline.of(work, ticket::reserve));
    }

    private Ticket admit(Demand demand, Function<Ticket, Deadline> deadline) {
        requireEver(demand.bytes());
        lock.lock();
        try {
            if (draining) {
                throw RefusedRequest.draining("the service is shutting down, ask again later");
            }
            Ticket ticket = new Ticket(demand, deadline);
            if (ticket.deadline.awaited()) {
                requireTimely(demand.pixels());
            }
            if (!queue.isEmpty() || !fits(demand)) {
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

    /** The same for a caller who never hangs up. */
    public Ticket admit(Demand demand) {
        return admit(demand, Deadline.Company.STAYS);
    }

    /** Throws what {@link #admit} would throw at once, whatever the demand: before the body of a request is read. */
    public void requireRoomToWait() {
        lock.lock();
        try {
            if (draining) {
                throw RefusedRequest.draining("the service is shutting down, ask again later");
            }
            if (running > 0 && queue.size() >= settings.queue() && !queue.isEmpty()) {
                throw full();
            }
            requireTimely(0);
        } finally {
            lock.unlock();
        }
    }

    private boolean fits(Demand demand) {
        return bytesInside + demand.bytes() <= settings.budget()
                && (running == 0 || pixelsInside + demand.pixels() <= settings.pixels());
    }

    private void requireEver(long bytes) {
        if (bytes > settings.budget()) {
            throw new RefusedRequest(
                    RefusedRequest.Reason.TOO_LARGE,
                    "the work on this picture needs up to %d MiB of memory, %d MiB are set aside for all pictures (unveil.admission.memory, half of the heap where it is not set)"
                            .formatted((bytes >> 20) + 1, settings.budget() >> 20));
        }
    }

    /** Whoever would wait for most of the time that he has is better off asking again. */
    private void requireTimely(long pixels) {
        Duration ahead = throughput.expected(pixelsInside + pixelsWaiting + pixels);
        if (running > 0 && ahead.compareTo(timeout.multipliedBy(3).dividedBy(4)) > 0) {
            throw RefusedRequest.busy(
                    "%d requests are running and %d waiting, which would take about %d s of the %d s that a request has (unveil.limits.timeout)"
                            .formatted(running, queue.size(), ahead.toSeconds(), timeout.toSeconds()),
                    throughput.timeFor(pixelsInside + pixelsWaiting));
        }
    }

    private RefusedRequest full() {
        return RefusedRequest.busy(
                "%d requests are running and %d waiting, no more may wait (unveil.admission.queue)"
                        .formatted(running, queue.size()),
                throughput.timeFor(pixelsInside + pixelsWaiting));
    }

    /** Only the head of the queue may enter: small pictures cannot overtake a large one forever. */
    private void await(Ticket ticket) {
        if (ticket.deadline.awaited() && queue.size() >= settings.queue()) {
            throw full();
        }
        queue.add(ticket);
        pixelsWaiting += ticket.demand.pixels();
        try {
            while (queue.peek() != ticket || !fits(ticket.demand)) {
                ticket.deadline.check();
                changed.awaitNanos(Math.min(ticket.deadline.left(), Deadline.LOOKS.toNanos()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RefusedRequest.draining("the service stopped while the request waited for room");
        } finally {
            queue.remove(ticket);
            pixelsWaiting -= ticket.demand.pixels();
            changed.signalAll();
        }
    }

    /** The right to process one picture; closing it twice does nothing. */
    public final class Ticket implements AutoCloseable {
        private final Demand demand;
        private final Deadline deadline;
        private final long asked = System.nanoTime();
        private long entered;
        private long bytes;
        private boolean inside;
        private boolean working;

        private Ticket(Demand demand, Function<Ticket, Deadline> deadline) {
            this.demand = demand;
            this.deadline = deadline.apply(this);
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
            working = true;
            running++;
            pixelsInside += demand.pixels();
            bytes = demand.bytes();
            bytesInside += bytes;
        }

        /** More memory, where the work shows to need it; others who wait for theirs are not waited for. */
        private void reserve(long more) {
            requireEver(bytes + more);
            lock.lock();
            try {
                if (bytesInside + more > settings.budget()) {
                    throw RefusedRequest.busy(
                            "the work on this picture needs %d MiB more of memory, which others hold (unveil.admission.memory)"
                                    .formatted((more >> 20) + 1),
                            throughput.timeFor(pixelsInside));
                }
                bytes += more;
                bytesInside += more;
            } finally {
                lock.unlock();
            }
        }

        /** The work is done, and all that is still held is an answer of this many bytes. */
        public void keepOnly(long answer) {
            lock.lock();
            try {
                if (working) {
                    done();
                    free(Math.max(0, bytes - answer));
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (working) {
                    done();
                }
                if (inside) {
                    inside = false;
                    free(bytes);
                }
            } finally {
                lock.unlock();
            }
        }

        private void done() {
            working = false;
            running--;
            pixelsInside -= demand.pixels();
            throughput.served(demand.pixels(), entered, System.nanoTime());
            changed.signalAll();
        }

        private void free(long some) {
            bytes -= some;
            bytesInside -= some;
            changed.signalAll();
        }
    }
}
