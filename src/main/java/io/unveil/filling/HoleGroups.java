package io.unveil.filling;

import io.unveil.image.Mask;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The parts of a hole that are near each other, so that each can be completed in a window of its own. Near is whatever lies in the same or in adjoining
 * cells of a grid; a group that stretches over too much of the picture is cut into blocks, to bound memory.
 */
final class HoleGroups {
    /**
     * Some of the hole's pixels.
     *
     * @param bounds hold all of them
     * @param test picks them, in the picture's coordinates
     */
    record Group(Bounds bounds, Mask.Test test) {}

    private static final int CELL = 16;
    private static final int BLOCK = 1024;

    private final Mask hole;
    private final int columns;
    private final int rows;
    private final int[] labels; // of each cell, 0 where there is no hole

    private HoleGroups(Mask hole) {
        this.hole = hole;
        this.columns = (hole.size().width() + CELL - 1) / CELL;
        this.rows = (hole.size().height() + CELL - 1) / CELL;
        this.labels = new int[columns * rows];
    }

    static List<Group> of(Mask hole) {
        HoleGroups groups = new HoleGroups(hole);
        groups.markCells();
        List<Group> found = new ArrayList<>();
        int label = 0;
        for (int cell = 0; cell < groups.labels.length; cell++) {
            if (groups.labels[cell] < 0) {
                groups.addBlocks(groups.spread(cell, ++label), label, found);
            }
        }
        return found;
    }

    /** -1 for cells with a pixel of the hole in them. */
    private void markCells() {
        for (int y = 0; y < hole.size().height(); y++) {
            for (int x = 0; x < hole.size().width(); x++) {
                if (hole.at(x, y)) {
                    labels[y / CELL * columns + x / CELL] = -1;
                }
            }
        }
    }

    /** Labels a cell and all that hang together with it; tells their bounds in cells. */
    private Bounds spread(int first, int label) {
        Deque<Integer> open = new ArrayDeque<>();
        labels[first] = label;
        open.add(first);
        Bounds bounds = new Bounds(columns, rows, 0, 0);
        while (!open.isEmpty()) {
            int cell = open.remove();
            int x = cell % columns;
            int y = cell / columns;
            bounds = new Bounds(
                    Math.min(bounds.left(), x),
                    Math.min(bounds.top(), y),
                    Math.max(bounds.right(), x + 1),
                    Math.max(bounds.bottom(), y + 1));
            for (int row = Math.max(0, y - 1); row <= Math.min(rows - 1, y + 1); row++) {
                for (int column = Math.max(0, x - 1); column <= Math.min(columns - 1, x + 1); column++) {
                    if (labels[row * columns + column] < 0) {
                        labels[row * columns + column] = label;
                        open.add(row * columns + column);
                    }
                }
            }
        }
        return bounds;
    }

    private void addBlocks(Bounds cells, int label, List<Group> into) {
        Bounds all = new Bounds(cells.left() * CELL, cells.top() * CELL, cells.right() * CELL, cells.bottom() * CELL)
                .grown(0, hole.size());
        int across = Math.max(1, Math.round((float) all.width() / BLOCK));
        int down = Math.max(1, Math.round((float) all.height() / BLOCK));
        for (int block = 0; block < across * down; block++) {
            int column = block % across;
            int row = block / across;
            Bounds part = new Bounds(
                    all.left() + all.width() * column / across,
                    all.top() + all.height() * row / down,
                    all.left() + all.width() * (column + 1) / across,
                    all.top() + all.height() * (row + 1) / down);
            Mask.Test test = (x, y) -> x >= part.left()
                    && x < part.right()
                    && y >= part.top()
                    && y < part.bottom()
                    && labels[y / CELL * columns + x / CELL] == label
                    && hole.at(x, y);
            if (has(part, test)) {
                into.add(new Group(part, test));
            }
        }
    }

    private static boolean has(Bounds bounds, Mask.Test test) {
        for (boolean mark : bounds.marks(test)) {
            if (mark) {
                return true;
            }
        }
        return false;
    }
}
