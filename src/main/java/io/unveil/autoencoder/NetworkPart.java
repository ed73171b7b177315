package io.unveil.autoencoder;

import io.unveil.autoencoder.layer.Code;

/** Which of its layers a network is compiled from. */
public enum NetworkPart {
    /** All. */
    WHOLE,
    /** Those before the {@link Code}. */
    ENCODER,
    /** Those after it. */
    DECODER
}
