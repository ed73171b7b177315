package io.unveil.job;

import io.unveil.text.Words;

/** Where a job, or one picture of it, stands. */
public enum JobState {
    /** In the queue. */
    WAITING,
    /** Being worked on. */
    RUNNING,
    /** Its result can be fetched. */
    DONE,
    /** It has a problem instead of a result. */
    FAILED,
    /** Stopped by its owner. */
    CANCELLED;

    /** Whether it waits or runs. */
    public boolean live() {
        return this == WAITING || this == RUNNING;
    }

    /** The word for callers. */
    public String word() {
        return Words.of(this);
    }
}
