package io.unveil.autoencoder;

import io.unveil.autoencoder.layer.Code;

/** The layers from which a network is compiled. */
public enum NetworkPart {
    /** All layers. */
    WHOLE,
    /** The encoder: the layers before the {@link Code}. */
    ENCODER,
    /** The decoder: the layers after the {@link Code}. */
    DECODER
}
