package io.unveil.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.unveil.autoencoder.Architecture;
import io.unveil.data.Dataset;
import io.unveil.data.Example;
import io.unveil.data.Label;
import io.unveil.data.Loader;
import io.unveil.data.UnusableData;
import io.unveil.image.Pixels;
import io.unveil.model.InputForm;
import io.unveil.model.PictureMeasure;
import io.unveil.model.Task;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A measure of the picture, such as the width of a blob: the network reads a picture, values in [0, 1], and answers one
 * number.
 */
public record MeasureLesson() implements Lesson {
    @Override
    public Task task() {
        return Task.REGRESS;
    }

    @Override
    public ScoreUnit measure() {
        return ScoreUnit.SQUARED_ERROR;
    }

    @Override
    public PictureMeasure convention(Architecture net) {
        return new PictureMeasure(InputForm.of(net));
    }

    @Override
    public List<String> faults(Architecture net) {
        List<String> faults = new ArrayList<>(Lesson.faultsOfPictures(net));
        if (net.output().count() != 1) {
            faults.add("a measure is one number, but this gives " + net.output());
        }
        return faults;
    }

    /** Examples (N, H, W, C) uint8, and the measure of each (N, 1, 1, 1). */
    @Override
    public List<String> tensors() {
        return List.of("y", "t");
    }

    @Override
    public String script() {
        return """
                i = torch.contiguous(torch.div(torch.to(torch.permute(y, [0, 3, 1, 2]), 6), 255.), memory_format=2)
            """;
    }

    /** Throws {@link UnusableData} where an example has no measure. */
    @Override
    public Examples examples(Loader loader, long seed) {
        return (step, call) -> {
            NDArray pictures = Examples.clean(loader.ofStep(step), call);
            requireMeasures(loader.labels());
            return List.of(pictures, call.create(loader.labels(), new Shape(loader.batch(), 1, 1, 1)));
        };
    }

    @Override
    public List<Sample> samples(Recipe recipe, Dataset heldOut) {
        double sum = 0;
        for (int i = 0; i < heldOut.count(); i++) {
            sum += measure(heldOut, i);
        }
        float mean = (float) (sum / heldOut.count());
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < heldOut.count(); i++) {
            Example example = recipe.transforms().inMeasuring(heldOut.example(i));
            Pixels picture = Validation.fitting(example, recipe.net());
            samples.add(
                    new Measured(example.name(), picture, (float) measure(heldOut, i), mean, convention(recipe.net())));
        }
        return samples;
    }

    private static void requireMeasures(FloatBuffer labels) {
        for (int i = 0; i < labels.capacity(); i++) {
            if (Float.isNaN(labels.get(i))) {
                throw new UnusableData(
                        "an example has no measure to be learnt, such as the width of a blob of synthetic:gaussians");
            }
        }
    }

    private static double measure(Dataset set, int index) {
        if (set.label(index) instanceof Label.Measure measure) {
            return measure.value();
        }
        throw new UnusableData("%s has no measures to be learnt, such as the widths of synthetic:gaussians"
                .formatted(set.set().name()));
    }

    /** @param mean of all measures: the best guess without seeing the picture */
    private record Measured(String name, Pixels clean, float measure, float mean, PictureMeasure convention)
            implements Sample {
        @Override
        public String condition() {
            return "measure";
        }

        @Override
        public Pixels corrupted() {
            return clean;
        }

        @Override
        public Pixels before() {
            return new Pixels(1, 1, 1, new float[] {mean});
        }

        @Override
        public Pixels planes() {
            return convention.planes(clean);
        }

        @Override
        public Pixels prediction(Pixels output) {
            return output;
        }

        @Override
        public String caption(Pixels answer) {
            return String.format(Locale.ROOT, "is %.3f, answered %.3f", measure, convention.answer(answer));
        }

        @Override
        public double score(Pixels answer) {
            double error = convention.answer(answer) - measure;
            return -error * error;
        }
    }
}
