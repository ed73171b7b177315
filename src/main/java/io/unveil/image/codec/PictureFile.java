package io.unveil.image.codec;

import io.unveil.image.Format;
import io.unveil.image.Picture;

/** A picture and the bytes that it was decoded from. */
public record PictureFile(byte[] bytes, Picture picture) {
    /** As {@link Codec#decode}. */
    public static PictureFile decode(byte[] bytes, Limits limits) {
        return new PictureFile(bytes, Codec.decode(bytes, limits));
    }

    /** How many frames or pages the file has, of which this is the first. */
    public int frames() {
        return Codec.sizes(bytes).size();
    }

    /**
     * The file of what was made of the picture. Where nothing was made of it, and neither another format nor anything
     * else is asked for, it is the file that came, byte for byte.
     */
    public byte[] encode(Picture made, Format format, WriteOptions options) {
        boolean untouched = made == picture && format == picture.format() && options.isUsual();
        return untouched ? bytes : Codec.encode(made, format, options);
    }
}
