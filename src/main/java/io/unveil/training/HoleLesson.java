package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.data.Dataset;
import io.unveil.data.Loader;
import io.unveil.degradation.occlusion.Occlusion;
import io.unveil.filling.HarmonicFill;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.model.HoleCorrection;
import io.unveil.model.InputForm;
import io.unveil.model.Task;
import io.unveil.recipe.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * A hole drawn into each example. The network reads the example with its hole filled smoothly, minus 1/2, and a plane
 * that is 1 in the hole; it predicts the difference between picture and fill. Only the hole counts.
 *
 * @param coarse share of examples that start not from a smooth fill but from their own truth, reduced to a half to an
 *     eighth of the size and enlarged again. The network starts from such a fill at the finer levels of a large hole
 */
public record HoleLesson(HoleMixture mixture, double coarse) implements Lesson {
    private static final List<String> LOOKED_AT = List.of("text", "strokes", "rectangles", "pixels:0.5");

    static HoleLesson read(Fields fields) {
        HoleLesson lesson = new HoleLesson(HoleMixture.readFrom(fields), fields.number("coarse", 0, 1, 0));
        fields.noOthers();
        return lesson;
    }

    @Override
    public Task task() {
        return Task.FILL;
    }

    @Override
    public HoleCorrection convention(Architecture net) {
        return new HoleCorrection(new InputForm(net.outputs(), net.sides()));
    }

    @Override
    public List<String> faults(Architecture net) {
        return Lesson.faultsWithPlanes(net, "the hole");
    }

    /**
     * Clean examples (N, H, W, C) uint8; the same with the hole filled (N, H, W, C) float; 1 in the hole (N, H, W, 1)
     * float.
     */
    @Override
    public List<String> tensors() {
        return List.of("y", "f", "k");
    }

    @Override
    public String script() {
        return """
                clean = torch.div(torch.to(torch.permute(y, [0, 3, 1, 2]), 6), 255.)
                fill = torch.permute(f, [0, 3, 1, 2])
                hole = torch.permute(k, [0, 3, 1, 2])
                t = torch.sub(clean, fill)
                i = torch.contiguous(torch.cat([torch.sub(fill, 0.5), hole], 1), memory_format=2)
            """;
    }

    /** Over the hole: an example without one gives 0. */
    @Override
    public String mean(String value) {
        return "torch.div(torch.sum(torch.mean(torch.mul(%s, hole), [1], True), [1, 2, 3]), torch.add(torch.sum(hole, [1, 2, 3]), 1e-06))"
                .formatted(value);
    }

    @Override
    public Examples examples(Loader loader, long seed) {
        return new HoledExamples(this, loader, seed);
    }

    @Override
    public List<Sample> samples(Recipe recipe, Dataset heldOut) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < heldOut.count(); i++) {
            Pixels middle = Validation.middle(heldOut.example(i), recipe.net());
            for (String kind : LOOKED_AT) {
                long seed = Seeds.of(recipe.seed(), samples.size(), Seeds.Use.VALIDATION);
                Mask hole = Occlusion.parse(kind).draw(middle.size(), seed);
                samples.add(new Occluded(
                        heldOut.example(i).name(),
                        kind,
                        middle,
                        hole,
                        new HarmonicFill().fill(middle, hole),
                        convention(recipe.net())));
            }
        }
        return samples;
    }

    private record Occluded(String name, String kind, Pixels clean, Mask hole, Pixels before, HoleCorrection convention)
            implements Sample {
        @Override
        public String condition() {
            return "holes=" + kind;
        }

        @Override
        public Pixels corrupted() {
            float[] values = clean.values().clone();
            for (int i = 0; i < values.length; i++) {
                int pixel = i / clean.channels();
                values[i] = hole.at(pixel % clean.width(), pixel / clean.width()) ? 0 : values[i];
            }
            return new Pixels(clean.width(), clean.height(), clean.channels(), values);
        }

        @Override
        public Pixels planes() {
            return convention.planes(before, hole);
        }

        @Override
        public Pixels prediction(Pixels output) {
            return convention.answer(before, hole, output);
        }

        /** Over the hole only: outside, the picture is the clean one. */
        @Override
        public double score(Pixels picture) {
            return Score.psnr(clean, picture, hole);
        }
    }
}
