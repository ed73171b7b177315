package io.unveil.training;

/** The length of a training, which also sets the course of its learning rate. */
public sealed interface Budget {
    /**
     * Share of the training that is done after this many steps and seconds, over all resumed runs; 1 or more ends it.
     */
    double done(long step, double seconds);

    /** A part of it. */
    Budget part(double share);

    /** The steps that it allows, where this many took so many seconds. */
    long expected(long steps, double seconds);

    /** A number of steps: two such trainings are equal, number for number. */
    record Steps(long steps) implements Budget {
        @Override
        public double done(long step, double seconds) {
            return step / (double) steps;
        }

        @Override
        public long expected(long done, double seconds) {
            return steps;
        }

        /** At least one step. */
        @Override
        public Budget part(double share) {
            return new Steps(Math.max(1, Math.round(steps * share)));
        }
    }

    /** Time on the clock: the learning rate falls with it, so that the weights are finished when it is over. */
    record Minutes(double minutes) implements Budget {
        @Override
        public double done(long step, double seconds) {
            return seconds / (60 * minutes);
        }

        @Override
        public long expected(long done, double seconds) {
            return Math.round(done * 60 * minutes / Math.max(1e-3, seconds));
        }

        @Override
        public Budget part(double share) {
            return new Minutes(minutes * share);
        }
    }
}
