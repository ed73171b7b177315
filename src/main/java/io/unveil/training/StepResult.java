package io.unveil.training;

/** What one step gave: the loss before it, and the norm of the gradient before it was limited. */
public record StepResult(float loss, float gradientNorm) {
    boolean isFinite() {
        return Float.isFinite(loss) && Float.isFinite(gradientNorm);
    }
}
