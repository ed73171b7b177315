package io.unveil.training;

/** Averages the results of steps until they are taken. */
final class RunningMean {
    private double loss;
    private double norm;
    private int steps;

    void add(StepResult learned) {
        loss += learned.loss();
        norm += learned.gradientNorm();
        steps++;
    }

    History.Progress take(long step, double rate) {
        History.Progress entry = new History.Progress(step, loss / steps, norm / steps, rate);
        loss = 0;
        norm = 0;
        steps = 0;
        return entry;
    }
}
