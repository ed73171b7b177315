package io.unveil.model;

import io.unveil.image.Pixels;
import io.unveil.image.Turn;

/**
 * Recognising the eight turns of a square (Golan and El-Yaniv, NeurIPS 2018): the network reads a turned picture,
 * values in [0, 1], and answers eight numbers, whose softmax gives the probabilities of {@link Turn#ALL}.
 */
public record TurnOdds(InputForm form) implements Convention {
    @Override
    public Pixels planes(Pixels picture) {
        return picture;
    }

    /** The turned picture. */
    public Pixels planes(Pixels picture, Turn turn) {
        return turn.apply(picture);
    }

    /** What the network answers for a turn, before the softmax. */
    public double answer(Pixels output, Turn turn) {
        return output.values()[turn.index()];
    }

    @Override
    public Signature signature() {
        return Signature.ofPicture(
                form,
                "v",
                "turns",
                "eight numbers, whose softmax gives the probabilities of the eight turns of a square");
    }
}
