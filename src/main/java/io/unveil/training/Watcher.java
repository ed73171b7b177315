package io.unveil.training;

import java.util.List;

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

    /** @param measure what the scores are told in */
    void looked(History.Look look, Measure measure);

    /** After a look, where most units of some layers have fallen silent. */
    void silent(List<SilentUnits> layers);
}
