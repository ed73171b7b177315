package io.unveil.training;

/** One half of the examples to learn from, by their place in the set; the other half is held out. */
public enum Fold {
    EVEN,
    ODD
}
