package io.unveil.model;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The channels and the size in which a network reads pictures.
 *
 * @param channels 1 or 3; a gray picture fills all of them
 * @param sides the allowed sizes
 */
public record InputForm(int channels, Sides sides) {
    /** The form for a network that reads only a picture. */
    public static InputForm of(Architecture net) {
        return new InputForm(net.inputs(), net.sides());
    }

    /**
     * A picture in this form: turned to gray by the luma for one channel, and resized to the only size or to the area.
     * A picture smaller than the only size is not resized; the network then refuses it.
     */
    public Pixels of(Picture sent) {
        Picture picture = channels == 1 ? sent.inGray() : sent;
        Size size = size(picture.size());
        return planes(size.equals(picture.size()) ? picture.pixels() : Resampling.resized(picture, size));
    }

    /** The size in which the network reads a picture of this size. */
    public Size size(Size picture) {
        if (area().isPresent()) {
            long side = area().getAsInt();
            return picture.ofArea(side * side);
        }
        return only().filter(picture::holds).orElse(picture);
    }

    /** The only size that the network takes; empty where it takes several. */
    public Optional<Size> only() {
        return sides instanceof Sides.Fixed fixed
                ? Optional.of(new Size(fixed.width(), fixed.height()))
                : Optional.empty();
    }

    /** The side of the square to whose area pictures are resized; empty where they are not. */
    public OptionalInt area() {
        return sides instanceof Sides.Area area ? OptionalInt.of(area.side()) : OptionalInt.empty();
    }

    /** Pixels in these channels: gray ones fill all of them. */
    public Pixels planes(Pixels part) {
        if (part.channels() == channels) {
            return part;
        }
        if (part.channels() != 1) {
            throw new IllegalArgumentException(
                    "the network reads pictures of %d channels, this one has %d".formatted(channels, part.channels()));
        }
        float[] values = new float[part.width() * part.height() * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = part.values()[i / channels];
        }
        return new Pixels(part.width(), part.height(), channels, values);
    }
}
