package io.unveil.image;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Groups the holes of a mask into rectangles that lie well apart, so that each can be filled by itself. A grid of cells
 * is laid over the mask; touching cells that contain hole pixels form a group; its rectangle is then shrunk to the
 * hole.
 */
final class HoleGroups {
    private final Mask mask;
    private final int cell;
    private final int columns;
    private final int rows;
    private final boolean[] touched;

    private HoleGroups(Mask mask, int cell) {
        this.mask = mask;
        this.cell = cell;
        this.columns = (mask.size().width() + cell - 1) / cell;
        this.rows = (mask.size().height() + cell - 1) / cell;
        this.touched = new boolean[columns * rows];
    }

    /** Rectangles with at least this many pixels between any two, along one axis or the other. */
    static List<Rectangle> of(Mask mask, int apart) {
        HoleGroups groups = new HoleGroups(mask, apart);
        groups.touch();
        List<Rectangle> found = new ArrayList<>();
        for (int i = 0; i < groups.touched.length; i++) {
            if (groups.touched[i]) {
                found.add(groups.group(i));
            }
        }
        joinNeighbours(found, apart, mask.size());
        return List.copyOf(found);
    }

    private void touch() {
        for (int y = mask.nextRow(0); y < mask.size().height(); y = mask.nextRow(y + 1)) {
            int x = mask.next(0, y);
            while (x < mask.size().width()) {
                int column = x / cell;
                touched[y / cell * columns + column] = true;
                x = mask.next((column + 1) * cell, y);
            }
        }
    }

    /** Removes a cell and all cells connected to it, by sides or corners, from the grid. */
    private Rectangle group(int first) {
        Deque<Integer> left = new ArrayDeque<>(List.of(first));
        touched[first] = false;
        Optional<Rectangle> bounds = Optional.empty();
        while (!left.isEmpty()) {
            int here = left.remove();
            Rectangle tight = mask.bounds(cell(here)).orElseThrow();
            bounds = Optional.of(bounds.map(tight::hull).orElse(tight));
            for (int y = Math.max(0, here / columns - 1); y <= Math.min(rows - 1, here / columns + 1); y++) {
                for (int x = Math.max(0, here % columns - 1); x <= Math.min(columns - 1, here % columns + 1); x++) {
                    int neighbour = y * columns + x;
                    if (touched[neighbour]) {
                        touched[neighbour] = false;
                        left.add(neighbour);
                    }
                }
            }
        }
        return bounds.orElseThrow();
    }

    private Rectangle cell(int index) {
        int x = index % columns * cell;
        int y = index / columns * cell;
        return Rectangle.between(
                x,
                y,
                Math.min(mask.size().width(), x + cell),
                Math.min(mask.size().height(), y + cell));
    }

    /** Rectangles of groups that wind around each other may still be near; those are merged until none are near. */
    private static void joinNeighbours(List<Rectangle> groups, int apart, Size picture) {
        for (int i = 0; i < groups.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (groups.get(i).grown(apart, picture).touches(groups.get(j))) {
                    groups.set(j, groups.get(j).hull(groups.remove(i)));
                    i = -1; // the merged one may be near others: start again
                    break;
                }
            }
        }
    }
}
