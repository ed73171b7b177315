package io.unveil.training;

/** A loss or gradient that is not finite: the weights are lost, but the last checkpoint is not. */
public final class Diverged extends RuntimeException {
    Diverged(long step, StepResult learned) {
        super(("step %d gave loss %s and gradient norm %s: the training has diverged; the last checkpoint is kept, "
                        + "a lower rate.peak in the recipe usually cures it")
                .formatted(step, learned.loss(), learned.gradientNorm()));
    }
}
