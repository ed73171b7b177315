package io.unveil.training;

/** Seconds of training, over all resumed runs. */
final class Clock {
    private final double before;
    private final long start = System.nanoTime();

    Clock(double before) {
        this.before = before;
    }

    double seconds() {
        return before + (System.nanoTime() - start) / 1e9;
    }
}
