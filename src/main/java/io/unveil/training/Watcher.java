package io.unveil.training;

/** Sees everything of a training, decides nothing. */
public interface Watcher {
    /** Once, before the first step. */
    void started(String what);

    /**
     * After each step.
     *
     * @param done share of the training that is behind, 0 to 1
     */
    void stepDone(long step, double done, double seconds, Learned learned);

    void looked(History.Look look);
}
