package io.unveil.autoencoder.layer;

import io.unveil.recipe.Extent;

/** The shape of the data between layers, for one picture: channels, rows and columns. */
public record Shape(int channels, int height, int width) {
    /** The most channels of a recipe's layer. */
    public static final int MAX_CHANNELS = 4096;

    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "a shape is at least 1 x 1 x 1, was %d x %d x %d".formatted(channels, height, width));
        }
    }

    /** Positions: rows times columns. */
    public long positions() {
        return (long) height * width;
    }

    /** All numbers: channels times positions; throws ArithmeticException where they are more than an array can hold. */
    public int count() {
        return Math.toIntExact(Math.multiplyExact(channels, positions()));
    }

    /** Rows and columns. */
    public Extent extent() {
        return new Extent(height, width);
    }

    @Override
    public String toString() {
        return channels + " x " + height + " x " + width;
    }
}
