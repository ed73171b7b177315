package io.unveil.autoencoder.layer;

/** What a network is compiled for; a {@link Dropout} acts in training alone. */
public enum Mode {
    TRAINING,
    INFERENCE
}
