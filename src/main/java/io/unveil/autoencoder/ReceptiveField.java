package io.unveil.autoencoder;

/**
 * What one output pixel looks at, along one axis, in input pixels. With strides it differs from pixel to pixel; this is the widest.
 *
 * @param size pixels in the widest window
 * @param reach the farthest that any output pixel looks to either side: tiles must overlap by this much on each side
 */
public record ReceptiveField(int size, int reach) {}
