package io.unveil.training;

import io.unveil.recipe.Fields;

/**
 * The learning rate: up a straight line over the first steps, then down half a cosine (Loshchilov and Hutter 2017,
 * without restarts).
 *
 * @param peak where the cosine starts
 * @param end where it ends
 * @param warmUp steps of the straight line
 */
public record Rate(double peak, double end, int warmUp) {
    static Rate read(Fields fields) {
        Rate rate = new Rate(
                fields.number("peak", 1e-9, 1), fields.number("end", 0, 1), fields.integer("warm-up", 0, 1_000_000));
        fields.noOthers();
        return rate;
    }

    /** @param done share of the training that is done, 0 to 1 */
    double at(long step, double done) {
        double cosine = end + (peak - end) * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, done)));
        return cosine * Math.min(1, step / (double) Math.max(1, warmUp));
    }
}
