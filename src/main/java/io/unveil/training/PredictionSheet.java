package io.unveil.training;

import io.unveil.image.Collage;
import io.unveil.image.Pixels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some examples and a model's answers in one picture, one column each. From top to bottom: the original (where the
 * input is another picture), the input, and the output (where it is a picture).
 *
 * @param captions one per example
 */
public record PredictionSheet(Pixels sheet, List<String> captions) {
    private static final int GAP = 4;
    private static final int COLUMN_WIDTH = 84;
    private static final int PLOT_HEIGHT = 64;

    static PredictionSheet of(List<Validation.Prediction> answers) {
        List<List<Pixels>> columns =
                answers.stream().map(PredictionSheet::column).toList();
        return new PredictionSheet(
                beside(columns),
                answers.stream().map(one -> one.sample().caption(one.answer())).toList());
    }

    private static List<Pixels> column(Validation.Prediction prediction) {
        Sample sample = prediction.sample();
        List<Pixels> column = new ArrayList<>();
        if (!Arrays.equals(sample.clean().values(), sample.corrupted().values())) {
            column.add(shown(sample.clean()));
        }
        column.add(shown(sample.corrupted()));
        if (prediction.answer().size().equals(sample.clean().size())) {
            column.add(shown(prediction.answer()));
        }
        return column;
    }

    /** Enlarged so that it can be seen; a line of pixels as a curve. */
    private static Pixels shown(Pixels pixels) {
        return pixels.height() == 1 ? plot(pixels) : enlarged(pixels, Math.max(1, COLUMN_WIDTH / pixels.width()));
    }

    private static Pixels enlarged(Pixels pixels, int times) {
        int width = times * pixels.width();
        int height = times * pixels.height();
        float[] values = new float[width * height * pixels.channels()];
        for (int i = 0; i < values.length; i++) {
            int x = i / pixels.channels() % width / times;
            int y = i / pixels.channels() / width / times;
            values[i] = pixels.values()[(y * pixels.width() + x) * pixels.channels() + i % pixels.channels()];
        }
        return new Pixels(width, height, pixels.channels(), values);
    }

    private static Pixels plot(Pixels line) {
        float[] values = new float[line.width() * PLOT_HEIGHT];
        Arrays.fill(values, 1);
        int last = row(line, 0);
        for (int x = 0; x < line.width(); x++) {
            int row = row(line, x);
            for (int y = Math.min(last, row); y <= Math.max(last, row); y++) {
                values[y * line.width() + x] = 0;
            }
            last = row;
        }
        return new Pixels(line.width(), PLOT_HEIGHT, 1, values);
    }

    private static int row(Pixels line, int x) {
        float value = Math.min(1, Math.max(0, line.values()[x * line.channels()]));
        return Math.round((1 - value) * (PLOT_HEIGHT - 1));
    }

    private static Pixels beside(List<List<Pixels>> columns) {
        Pixels first = columns.get(0).get(0);
        int channels = first.channels();
        int width = columns.size() * (first.width() + GAP) - GAP;
        int height = columns.get(0).size() * (first.height() + GAP) - GAP;
        Collage sheet = Collage.white(width, height, channels);
        for (int column = 0; column < columns.size(); column++) {
            for (int row = 0; row < columns.get(column).size(); row++) {
                sheet.put(columns.get(column).get(row), column * (first.width() + GAP), row * (first.height() + GAP));
            }
        }
        return sheet.pixels();
    }
}
