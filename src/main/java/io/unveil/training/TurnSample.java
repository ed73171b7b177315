package io.unveil.training;

import io.unveil.image.Pixels;
import io.unveil.image.Turn;
import io.unveil.model.TurnOdds;
import java.util.Locale;

/** A held-out picture under one turn, for a network that recognises the turn. */
record TurnSample(String name, Pixels clean, Turn turn, TurnOdds convention) implements Sample {
    @Override
    public String condition() {
        return "turns";
    }

    @Override
    public Pixels corrupted() {
        return turn.apply(clean);
    }

    /** All turns are equally likely. */
    @Override
    public Pixels before() {
        return new Pixels(1, 1, Turn.ALL.size(), new float[Turn.ALL.size()]);
    }

    @Override
    public Pixels planes() {
        return convention.planes(clean, turn);
    }

    @Override
    public Pixels prediction(Pixels output) {
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
        return convention.answer(answer, turn) - most - Math.log(sum);
    }
}
