package io.unveil.inference;

import java.time.Duration;

/** Lets requests in by the pixels they bring, first come first served, before anything is decoded. Safe for many threads. */
public final class Admission {
    /** The timeout (unveil.limits.timeout) is what a request may take in all, from {@link #admit} on. */
    public Admission(AdmissionSettings settings, Duration timeout) {}

    /**
     * Waits until there is room for a picture of so many pixels. Throws {@link Refused} with BUSY when the queue is full, DRAINING
     * after {@link #drain()}, TIMED_OUT when the wait outlasts the request's limit. Close the ticket when the answer is written.
     */
    public Ticket admit(long pixels) {
        throw new UnsupportedOperationException();
    }

    /** From now on nobody is let in; those inside, and those who wait already, are served. */
    public void drain() {}

    /** Waits until everybody has left; false when that took longer than the limit. */
    public boolean awaitEmpty(Duration limit) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Requests inside. */
    public int running() {
        throw new UnsupportedOperationException();
    }

    /** Requests in the queue. */
    public int waiting() {
        throw new UnsupportedOperationException();
    }

    /** The right to work on one picture; closing it twice does nothing. */
    public final class Ticket implements AutoCloseable {
        private Ticket() {}

        /** How long the request stood in the queue. */
        public Duration waited() {
            throw new UnsupportedOperationException();
        }

        /** The end of the whole request, waiting included. */
        public Deadline deadline() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
