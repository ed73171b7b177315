package io.unveil.autoencoder;

/** Which of its layers a network is compiled from. */
public enum Part {
    /** All. */
    WHOLE,
    /** Those before the {@link Code}. */
    ENCODER,
    /** Those after it. */
    DECODER
}
