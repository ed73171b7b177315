package io.unveil.autoencoder.layer;

/** The purpose of a compiled network; a {@link Dropout} acts only in training. */
public enum Mode {
    TRAINING,
    INFERENCE
}
