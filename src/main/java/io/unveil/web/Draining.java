package io.unveil.web;

import io.unveil.inference.Admission;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first step of a shutdown: for the time unveil.limits.drain, new requests are answered with 503. Only then does
 * Tomcat stop accepting connections (server.shutdown=graceful) and wait for running requests.
 */
@Component
class Draining implements SmartLifecycle {
    private final Admission admission;
    private final Duration pause;
    private volatile boolean running;

    Draining(Admission admission, LimitsSettings limits) {
        this.admission = admission;
        this.pause = limits.drain();
    }

    @Override
    public void start() {
        admission.open();
        running = true;
    }

    @Override
    public void stop() {
        admission.drain();
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // an interrupted shutdown does not wait
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The highest phase stops first, before the web server's. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
