package io.unveil.image.codec;

import io.unveil.image.Picture;
import java.util.Optional;

/** The part of a picture that a frame shows. */
final class FramePart {
    private FramePart() {}

    static Picture of(Picture canvas, Animation.Showing showing) {
        if (canvas.size().equals(showing.size())) {
            return canvas;
        }
        return new Picture(
                showing.size(),
                canvas.channels(),
                canvas.depth(),
                cut(canvas.samples(), canvas.size().width(), canvas.channels(), showing),
                canvas.alpha().isPresent()
                        ? Optional.of(cut(canvas.alpha().get(), canvas.size().width(), 1, showing))
                        : Optional.empty(),
                canvas.origin());
    }

    private static short[] cut(short[] whole, int width, int bands, Animation.Showing showing) {
        int row = showing.size().width() * bands;
        short[] part = new short[row * showing.size().height()];
        for (int y = 0; y < showing.size().height(); y++) {
            System.arraycopy(whole, ((showing.y() + y) * width + showing.x()) * bands, part, y * row, row);
        }
        return part;
    }
}
