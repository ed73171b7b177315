package io.unveil.training;

/** The result of one step: the loss before it, and the norm of the gradient before clipping. */
public record StepResult(float loss, float gradientNorm) {
    boolean isFinite() {
        return Float.isFinite(loss) && Float.isFinite(gradientNorm);
    }
}
