package io.unveil.training;

import io.unveil.image.Pixels;
import io.unveil.image.Turn;
import java.util.Locale;

/** A held-out picture under one turn, and a network that tells which. */
record TurnSample(String name, Pixels clean, Turn turn) implements Sample {
    @Override
    public String condition() {
        return "turns";
    }

    @Override
    public Pixels spoiled() {
        return turn.apply(clean);
    }

    /** All turns are as likely as each other. */
    @Override
    public Pixels before() {
        return new Pixels(1, 1, Turn.ALL.size(), new float[Turn.ALL.size()]);
    }

    @Override
    public Pixels planes() {
        return spoiled();
    }

    @Override
    public Pixels mended(Pixels output) {
        return output;
    }

    @Override
    public String caption(Pixels answer) {
        float[] odds = answer.values();
        int likeliest = 0;
        for (int i = 1; i < odds.length; i++) {
            likeliest = odds[i] > odds[likeliest] ? i : likeliest;
        }
        return String.format(
                Locale.ROOT,
                "turn %d, taken for %d; probability of the truth %.3f",
                turn.index(),
                likeliest,
                Math.exp(score(answer)));
    }

    /** The log-likelihood of the truth. */
    @Override
    public double score(Pixels answer) {
        float[] odds = answer.values();
        double most = Double.NEGATIVE_INFINITY;
        for (float one : odds) {
            most = Math.max(most, one);
        }
        double sum = 0;
        for (float one : odds) {
            sum += Math.exp(one - most);
        }
        return odds[turn.index()] - most - Math.log(sum);
    }
}
