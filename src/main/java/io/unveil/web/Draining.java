package io.unveil.web;

import io.unveil.inference.Admission;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first thing at shutdown: nobody new is let in, and for unveil.limits.drain those who ask are told so. Only then
 * does Tomcat close its doors (server.shutdown=graceful) and wait for those who are inside.
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
            Thread.currentThread().interrupt(); // whoever is in such a hurry need not wait
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
