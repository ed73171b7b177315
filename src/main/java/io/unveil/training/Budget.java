package io.unveil.training;

/** How long a training lasts, and so how far its learning rate has come. */
public sealed interface Budget {
    /** Share that is behind after so many steps and seconds, over all resumed runs; 1 or more ends the training. */
    double done(long step, double seconds);

    /** A part of it. */
    Budget part(double share);

    /** A number of steps: two such trainings are equal, number for number. */
    record Steps(long steps) implements Budget {
        @Override
        public double done(long step, double seconds) {
            return step / (double) steps;
        }

        /** At least one step. */
        @Override
        public Budget part(double share) {
            return new Steps(Math.max(1, Math.round(steps * share)));
        }
    }

    /** Time on the clock: the learning rate comes down with it, so that the weights are finished when it is up. */
    record Minutes(double minutes) implements Budget {
        @Override
        public double done(long step, double seconds) {
            return seconds / (60 * minutes);
        }

        @Override
        public Budget part(double share) {
            return new Minutes(minutes * share);
        }
    }
}
