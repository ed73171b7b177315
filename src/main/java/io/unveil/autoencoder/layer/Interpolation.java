package io.unveil.autoencoder.layer;

/** How positions between pixels get their values. */
public enum Interpolation {
    /** From the pixel they lie in. */
    NEAREST,
    /** From the four pixels around them, by distance; pixels are squares, so that the picture's edges stay where they are. */
    BILINEAR
}
