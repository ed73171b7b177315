package io.unveil.image.codec;

import io.unveil.image.Size;
import java.util.List;

/**
 * How the frames of an animation follow each other.
 *
 * @param plays how often it is shown; 0 for ever
 * @param showings of the frames, in order
 */
public record Animation(int plays, List<Showing> showings) {
    public Animation {
        showings = List.copyOf(showings);
    }

    /**
     * How a frame is shown: the part of the canvas that it changes, and for how long.
     *
     * @param x of the part's left edge
     * @param y of its upper edge
     */
    public record Showing(int x, int y, Size size, Delay delay, Disposal disposal) {
        boolean fits(Size canvas) {
            return x >= 0 && y >= 0 && x <= canvas.width() - size.width() && y <= canvas.height() - size.height();
        }
    }

    /** A fraction of a second, as files state it. */
    public record Delay(int numerator, int denominator) {
        public int milliseconds() {
            return (int) Math.min(Integer.MAX_VALUE, Math.round(1000.0 * numerator / denominator));
        }
    }

    /** The same look with every frame as large as the canvas, for files that know fewer ways to change a part of it. */
    Animation whole(Size canvas) {
        return new Animation(
                plays,
                showings.stream()
                        .map(showing -> new Showing(0, 0, canvas, showing.delay, Disposal.KEEP))
                        .toList());
    }
}
