package io.unveil.data;

import io.unveil.image.Collage;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many examples on one sheet, to be looked at: pictures as they are, signals as curves, each group in rows of its own.
 */
public final class ContactSheet {
    private static final int WIDTH = 800;
    private static final int GAP = 4;
    private static final int CURVE_HEIGHT = 64;

    private ContactSheet() {}

    /**
     * Draws groups of examples, none of them empty, on white; rows are at most about 800 pixels wide unless one picture
     * is wider.
     */
    public static Pixels of(List<List<Example>> groups) {
        List<List<Pixels>> rows = new ArrayList<>();
        for (List<Example> group : groups) {
            List<Pixels> panels = group.stream().map(ContactSheet::panel).toList();
            int widest = panels.stream().mapToInt(Pixels::width).max().orElseThrow();
            int columns = Math.max(1, (WIDTH - GAP) / (widest + GAP));
            for (int i = 0; i < panels.size(); i += columns) {
                rows.add(panels.subList(i, Math.min(i + columns, panels.size())));
            }
        }
        return paste(rows);
    }

    private static Pixels panel(Example example) {
        return example.size().height() == 1 ? curve(example) : example.pixels();
    }

    /** A column for each sample of the first channel, black from the level of the sample before to its own. */
    private static Pixels curve(Example signal) {
        Size size = new Size(signal.size().width(), CURVE_HEIGHT);
        float[] values = new float[Math.toIntExact(size.pixels())];
        Arrays.fill(values, 1);
        int before = row(signal, 0);
        for (int x = 0; x < size.width(); x++) {
            int now = row(signal, x);
            for (int y = Math.min(before, now); y <= Math.max(before, now); y++) {
                values[y * size.width() + x] = 0;
            }
            before = now;
        }
        return new Pixels(size.width(), size.height(), 1, values);
    }

    private static int row(Example signal, int x) {
        return (CURVE_HEIGHT - 1) * (255 - signal.level(x, 0, 0)) / 255;
    }

    private static Pixels paste(List<List<Pixels>> rows) {
        int width = GAP + rows.stream().mapToInt(ContactSheet::width).max().orElseThrow();
        int height = GAP + rows.stream().mapToInt(ContactSheet::height).sum();
        int channels = rows.stream()
                .flatMap(List::stream)
                .mapToInt(Pixels::channels)
                .max()
                .orElseThrow();
        Collage sheet = Collage.white(width, height, channels);
        int top = GAP;
        for (List<Pixels> row : rows) {
            int left = GAP;
            for (Pixels panel : row) {
                sheet.put(panel, left, top);
                left += panel.width() + GAP;
            }
            top += height(row);
        }
        return sheet.pixels();
    }

    private static int width(List<Pixels> row) {
        return row.stream().mapToInt(panel -> panel.width() + GAP).sum();
    }

    private static int height(List<Pixels> row) {
        return GAP + row.stream().mapToInt(Pixels::height).max().orElseThrow();
    }
}
