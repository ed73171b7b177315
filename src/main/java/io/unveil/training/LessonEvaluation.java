package io.unveil.training;

import ai.djl.Device;
import io.unveil.autoencoder.Precision;
import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.util.List;

/** Evaluates a model by its own lesson, on examples that it has not learnt from. */
public final class LessonEvaluation {
    /** Examples are held in memory, clean and corrupted: about 2,000 of 91 x 91, or 21,000 of 28 x 28. */
    private static final long MOST_PIXELS = 1 << 24;

    private final ModelFolder model;
    private final Recipe recipe;
    private final Dataset set;

    private LessonEvaluation(ModelFolder model, Recipe recipe, Dataset set) {
        this.model = model;
        this.recipe = recipe;
        this.set = set;
    }

    /**
     * The result.
     *
     * @param data the set's name
     * @param examples number of examples
     */
    public record Result(String data, int examples, ScoreUnit measure, List<Row> rows) {
        public Result {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Means over the examples under one condition, without the network and with it.
     *
     * @param before in the unit of the measure, such as PSNR in dB
     * @param squaredErrorBefore mean squared error, of pictures in 8-bit levels squared
     */
    public record Row(
            String condition, double before, double after, double squaredErrorBefore, double squaredErrorAfter) {}

    /**
     * Reads a set; of a set in two parts the test part.
     *
     * @param data what {@link Dataset#read} takes
     * @throws io.unveil.data.UnusableData when the data do not fit the model
     */
    public static LessonEvaluation of(ModelFolder model, String data) throws IOException {
        Recipe recipe = Recipe.read(model.manifest().name(), model.recipe());
        Dataset set = Dataset.read(
                data, DatasetPart.TEST, recipe.channels(), recipe.transforms().smallest());
        long most = Math.max(1, MOST_PIXELS / set.size(0).pixels());
        return new LessonEvaluation(model, recipe, set.first((int) most));
    }

    /** Evaluates all examples. */
    public Result run() {
        ScoreUnit measure = recipe.lesson().measure();
        List<Validation.Scored> scored = validation(set).scored(model.weights());
        List<Row> rows = Validation.byCondition(scored).entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), measure))
                .toList();
        return new Result(set.set().name(), set.count(), measure, rows);
    }

    private static Row row(String condition, List<Validation.Scored> scored, ScoreUnit measure) {
        return new Row(
                condition,
                Validation.mean(scored, one -> measure.of(one.before())),
                Validation.mean(scored, one -> measure.of(one.after())),
                Validation.mean(scored, one -> Math.pow(measure.error(one.before()), 2)),
                Validation.mean(scored, one -> Math.pow(measure.error(one.after()), 2)));
    }

    /** The first answers as a sheet of pictures. */
    public PredictionSheet answers(int count) {
        return PredictionSheet.of(validation(set.first(count)).predictions(model.weights(), count));
    }

    private Validation validation(Dataset examples) {
        return new Validation(recipe, examples, Precision.FP32, Device.cpu());
    }
}
