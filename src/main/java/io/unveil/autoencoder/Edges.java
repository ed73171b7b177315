package io.unveil.autoencoder;

/**
 * The sides of a network's input where what lies nearer to the edge than its reach is not needed of the output: there a
 * tile borders on others. Where the picture ends, all is needed.
 */
public record Edges(boolean top, boolean bottom, boolean left, boolean right) {
    /** All of the output is needed. */
    public static final Edges NONE = new Edges(false, false, false, false);

    /** 1 for each side that borders on other tiles. */
    long[] flags() {
        return new long[] {top ? 1 : 0, bottom ? 1 : 0, left ? 1 : 0, right ? 1 : 0};
    }
}
