package io.unveil.data;

import io.unveil.degradation.Draws;

/** Numbers from one to another, both included; a user writes {@code 3..15}, or {@code 3} for a single number. */
record Range(double from, double to) {
    /** Drawn from the uniform distribution. */
    double draw(Draws draws) {
        return from + draws.uniform() * (to - from);
    }

    /** A whole number, each equally likely. */
    int drawWhole(Draws draws) {
        return (int) from + draws.below((int) to - (int) from + 1);
    }

    @Override
    public String toString() {
        return from + ".." + to;
    }
}
