package io.unveil.training;

import java.util.List;

/** Observes a training without deciding anything. */
public interface Watcher {
    /** Once, before the first step. */
    void started(String what);

    /**
     * After each step.
     *
     * @param done share of the training that is done, 0 to 1
     */
    void stepDone(long step, double done, double seconds, StepResult learned);

    /** @param measure the unit of the scores */
    void looked(History.Look look, ScoreUnit measure);

    /** Once, if something about the training makes a poor result likely. */
    void warned(String what);

    /** After a validation, if most units of some layers are dead. */
    void deadUnits(List<DeadUnits> layers);
}
