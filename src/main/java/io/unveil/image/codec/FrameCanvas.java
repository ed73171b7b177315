package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Size;
import java.io.IOException;

/** The canvas on which the frames of an animation are drawn one after the other; transparent at first. */
final class FrameCanvas {
    private final Size size;
    private Samples pixels;

    FrameCanvas(Size size, BitDepth depth) {
        this.size = size;
        this.pixels = new Samples(size, 3, true, depth);
    }

    /** What is seen while a frame is shown; then the canvas is made ready for the next one. */
    Samples show(Reel.Stored frame) throws IOException {
        Samples drawing = frame.pixels().read();
        Samples before = pixels;
        Samples seen = pixels.copy();
        draw(drawing, frame, seen);
        pixels = switch (frame.showing().disposal()) {
            case KEEP -> seen;
            case RESTORE -> before;
            case CLEAR -> cleared(seen, frame.showing());
        };
        return seen;
    }

    private void draw(Samples drawing, Reel.Stored frame, Samples seen) {
        Animation.Showing showing = frame.showing();
        int[] above = new int[4];
        int[] below = new int[4];
        for (int y = 0; y < showing.size().height(); y++) {
            for (int x = 0; x < showing.size().width(); x++) {
                drawing.get(x, y, above);
                int at = (showing.y() + y) * size.width() + showing.x() + x;
                if (frame.over() && above[3] < seen.depth().white()) {
                    seen.get(showing.x() + x, showing.y() + y, below);
                    blend(above, below, seen.depth().white());
                }
                seen.put(at, above, 0);
            }
        }
    }

    /** Over: Porter and Duff 1984; colours are not multiplied by alpha. */
    private static void blend(int[] above, int[] below, int white) {
        long front = (long) above[3] * white;
        long back = (long) below[3] * (white - above[3]);
        long both = front + back;
        for (int c = 0; c < 3; c++) {
            above[c] = both == 0 ? below[c] : (int) ((above[c] * front + below[c] * back + both / 2) / both);
        }
        above[3] = (int) ((both + white / 2) / white);
    }

    private Samples cleared(Samples seen, Animation.Showing showing) {
        Samples cleared = seen.copy();
        int[] nothing = new int[4];
        for (int y = 0; y < showing.size().height(); y++) {
            for (int x = 0; x < showing.size().width(); x++) {
                cleared.put((showing.y() + y) * size.width() + showing.x() + x, nothing, 0);
            }
        }
        return cleared;
    }
}
