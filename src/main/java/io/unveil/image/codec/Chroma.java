package io.unveil.image.codec;

/** How many samples of colour a JPEG file keeps. */
public enum Chroma {
    /** One for each pixel: 4:4:4. */
    FULL,
    /** One for each two by two pixels: 4:2:0, as cameras and most programs write. */
    HALVED
}
