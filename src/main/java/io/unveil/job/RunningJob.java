package io.unveil.job;

import io.unveil.inference.WorkHandle;

/** A job that this process works on. Thread-safe. */
final class RunningJob {
    private final int all;
    private int ended;
    private WorkHandle handle = new WorkHandle();
    private boolean stopped;

    RunningJob(Job.Entries entries) {
        this.all = entries.all();
        this.ended = entries.ended();
    }

    /** The handle of its next picture. */
    synchronized WorkHandle next() {
        handle = new WorkHandle();
        if (stopped) {
            handle.stop();
        }
        return handle;
    }

    synchronized void ended() {
        ended++;
        handle = new WorkHandle();
    }

    synchronized void stop() {
        stopped = true;
        handle.stop();
    }

    synchronized double share() {
        return Math.min(1, (ended + handle.share()) / Math.max(1, all));
    }
}
