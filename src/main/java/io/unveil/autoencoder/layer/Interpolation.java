package io.unveil.autoencoder.layer;

/** How positions between pixels get their values. */
public enum Interpolation {
    /** The value of the pixel that contains the position. */
    NEAREST,
    /**
     * The mean of the four pixels around the position, weighted by distance; pixels are squares, so that the picture's
     * edges stay in place.
     */
    BILINEAR
}
