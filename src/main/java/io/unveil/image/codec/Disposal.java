package io.unveil.image.codec;

/** What becomes of a frame's area once its time is over, before the next one is drawn. */
public enum Disposal {
    /** It stays. */
    KEEP,
    /** It becomes transparent. */
    CLEAR,
    /** It becomes what it was before the frame. */
    RESTORE
}
