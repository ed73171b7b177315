package io.unveil.autoencoder.layer;

/** What becomes of the positions at the end of a side that no longer fill a step. */
public enum Rounding {
    /** They are left out. */
    DOWN("", "False"),
    /** One more window takes them, though it reaches past the end. */
    UP("rounded up", "True");

    private final String words;
    private final String ceilMode;

    Rounding(String words, String ceilMode) {
        this.words = words;
        this.ceilMode = ceilMode;
    }

    String words() {
        return words;
    }

    /** The argument of the engine's pooling that asks for it. */
    String ceilMode() {
        return ceilMode;
    }
}
