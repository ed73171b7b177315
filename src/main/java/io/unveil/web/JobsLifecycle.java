package io.unveil.web;

import io.unveil.job.Jobs;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes on with jobs of an earlier run once the service is ready, in a thread of its own, so that the start waits for no
 * database; and stops them second, after {@link Draining} and before the web server.
 */
@Component
class JobsLifecycle implements SmartLifecycle {
    private final Jobs jobs;
    private final JobEvents events;
    private volatile boolean running;

    JobsLifecycle(Jobs jobs, JobEvents events) {
        this.jobs = jobs;
        this.events = events;
    }

    @Override
    public void start() {
        running = true;
        if (jobs.settings().enabled()) {
            Thread waking = new Thread(jobs::wake, "unveil-jobs-wake");
            waking.setDaemon(true);
            waking.start();
        }
    }

    @Override
    public void stop() {
        events.close();
        jobs.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 1;
    }
}
