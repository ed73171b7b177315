package io.unveil.filling;

import io.unveil.image.Mask;
import io.unveil.image.Size;
import java.util.Optional;

/** A rectangle of pixels, from its first column and row to just before the right and the bottom. */
record Bounds(int left, int top, int right, int bottom) {
    /** The smallest that holds the hole; none where there is no hole. */
    static Optional<Bounds> of(Mask hole) {
        int left = hole.size().width();
        int top = hole.size().height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < hole.size().height(); y++) {
            for (int x = 0; x < hole.size().width(); x++) {
                if (hole.at(x, y)) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = y + 1;
                }
            }
        }
        return right == 0 ? Optional.empty() : Optional.of(new Bounds(left, top, right, bottom));
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    /** With a margin all around, as far as the picture goes. */
    Bounds grown(int margin, Size picture) {
        return new Bounds(
                Math.max(0, left - margin),
                Math.max(0, top - margin),
                Math.min(picture.width(), right + margin),
                Math.min(picture.height(), bottom + margin));
    }

    /** Row by row, what a test says of each pixel inside. */
    boolean[] marks(Mask.Test test) {
        boolean[] marks = new boolean[width() * height()];
        for (int y = 0; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                marks[y * width() + x] = test.at(left + x, top + y);
            }
        }
        return marks;
    }
}
