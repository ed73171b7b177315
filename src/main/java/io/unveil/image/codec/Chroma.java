package io.unveil.image.codec;

/** The chroma subsampling of a JPEG file. */
public enum Chroma {
    /** One for each pixel: 4:4:4. */
    FULL,
    /** One for each two by two pixels: 4:2:0, as cameras and most programs write. */
    HALVED
}
