package io.unveil.pipeline.fill;

import io.unveil.filling.Fill;
import io.unveil.image.Collage;
import io.unveil.image.Halving;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.Size;
import io.unveil.image.Source;
import io.unveil.inference.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fills the holes of a picture of any size, group by group, so that only the surroundings of a hole are read: the cost
 * of a small hole does not depend on the photograph. A group too large for memory is filled piece by piece. Where such
 * a hole is so deep that a piece sees no known pixel, values come from the whole group filled at half the size.
 *
 * @param fill takes pixels and their hole
 * @param margin pixels around a group that the fill may look at; more than {@link #DEEP}
 */
record Holes(Fill fill, int margin, Deadline deadline) {
    /** Longest side of the part of a piece that is kept. */
    private static final int PIECE = 1024;

    /**
     * Pixels of a hole further in than this are filled at half the size where there are pieces: so each piece knows the
     * colours at the rim.
     */
    private static final int DEEP = 96;

    /** The most pixels that are filled at a time. */
    static long most(int margin) {
        return (long) (PIECE + 2 * margin) * (PIECE + 2 * margin);
    }

    /** Receives filled parts. */
    @FunctionalInterface
    interface Painter {
        /** A rectangle of the picture with its hole filled. */
        void paint(Rectangle place, Pixels filled);
    }

    /** Rectangles that contain the hole, far enough apart to be filled separately. */
    List<Rectangle> groups(Mask hole) {
        return hole.groups(2 * margin);
    }

    /**
     * Fills the groups and hands them to a painter. Throws {@link io.unveil.inference.RefusedRequest} when the deadline
     * passes.
     */
    void fill(Source picture, Mask hole, List<Rectangle> groups, Painter painter) {
        for (Rectangle group : groups) {
            Rectangle window = group.grown(margin, picture.size());
            Painter inside = (place, filled) -> painter.paint(place.moved(window.x(), window.y()), filled);
            fill(picture.part(window), hole.part(window), inside);
        }
    }

    private void fill(Source window, Mask hole, Painter painter) {
        Size size = window.size();
        if (Math.max(size.width(), size.height()) > PIECE + 2 * margin) {
            fillInPieces(window, hole, painter);
        } else {
            deadline.check();
            Rectangle bounds = hole.bounds().orElseThrow();
            painter.paint(bounds, fill.fill(window.pixels(), hole).region(bounds));
        }
    }

    private void fillInPieces(Source window, Mask hole, Painter painter) {
        Mask deep = hole.core(DEEP);
        Mask rim = hole.without(deep);
        Optional<Pixels> half = deep.isEmpty() ? Optional.empty() : Optional.of(half(window, hole));
        for (Rectangle place : pieces(window.size())) {
            if (hole.touches(place)) {
                deadline.check();
                Rectangle part = place.grown(margin, window.size());
                Pixels values = window.region(part);
                Pixels start = half.map(
                                coarse -> HalvedHole.patched(values, deep.part(part), Halving.enlarged(coarse, part)))
                        .orElse(values);
                Pixels filled = fill.fill(start, rim.part(part));
                painter.paint(place, filled.region(place.moved(-part.x(), -part.y())));
            }
        }
    }

    private static List<Rectangle> pieces(Size size) {
        List<Rectangle> pieces = new ArrayList<>();
        for (int y = 0; y < size.height(); y += PIECE) {
            for (int x = 0; x < size.width(); x += PIECE) {
                pieces.add(
                        Rectangle.between(x, y, Math.min(size.width(), x + PIECE), Math.min(size.height(), y + PIECE)));
            }
        }
        return pieces;
    }

    /** A group filled at half its size. */
    private Pixels half(Source window, Mask hole) {
        HalvedHole half = HalvedHole.of(window, hole);
        Pixels known = half.picture();
        Collage whole = Collage.over(known);
        fill(known, half.hole(), (place, filled) -> whole.put(filled, place.x(), place.y()));
        return whole.pixels();
    }
}
