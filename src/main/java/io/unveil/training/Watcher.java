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
    void stepDone(long step, double done, double seconds, StepResult learned);

    /** @param measure what the scores are told in */
    void looked(History.Look look, ScoreUnit measure);

    /** After a look, where most units of some layers have fallen silent. */
    void silent(List<DeadUnits> layers);
}
