package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.data.Dataset;
import io.unveil.data.Loader;
import io.unveil.degradation.occlusion.Occlusion;
import io.unveil.filling.HarmonicFill;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.model.Task;
import io.unveil.recipe.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * A hole drawn into each example. The network reads the example with its hole filled smoothly, minus 1/2, and a plane that is 1 in the
 * hole; it answers what the fill lacks. Only the hole counts.
 *
 * @param coarse share of examples that start not from a smooth fill but from their own truth at a half to an eighth of the size,
 *     enlarged: at the finer levels of a large hole, that is what the network has to go on from
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
    public int channels(Architecture net) {
        return net.outputs();
    }

    @Override
    public List<String> faults(Architecture net) {
        return Lesson.faultsWithPlanes(net, "the hole");
    }

    /** Clean examples (N, H, W, C) uint8; the same with the hole filled (N, H, W, C) float; 1 in the hole (N, H, W, 1) float. */
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
                        heldOut.example(i).name(), kind, middle, hole, new HarmonicFill().fill(middle, hole)));
            }
        }
        return samples;
    }

    private record Occluded(String name, String kind, Pixels clean, Mask hole, Pixels before) implements Sample {
        @Override
        public String condition() {
            return "holes=" + kind;
        }

        @Override
        public Pixels spoiled() {
            return inTheHole((x, y, channel) -> 0);
        }

        @Override
        public Pixels planes() {
            return before.less(0.5f).beside(plane());
        }

        private Pixels plane() {
            float[] plane = new float[clean.width() * clean.height()];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = hole.at(i % clean.width(), i / clean.width()) ? 1 : 0;
            }
            return new Pixels(clean.width(), clean.height(), 1, plane);
        }

        @Override
        public Pixels mended(Pixels output) {
            return inTheHole((x, y, channel) -> {
                int i = (y * clean.width() + x) * clean.channels() + channel;
                return before.values()[i] + output.values()[i];
            });
        }

        private interface Value {
            float at(int x, int y, int channel);
        }

        private Pixels inTheHole(Value value) {
            float[] values = clean.values().clone();
            for (int i = 0; i < values.length; i++) {
                int pixel = i / clean.channels();
                int x = pixel % clean.width();
                int y = pixel / clean.width();
                if (hole.at(x, y)) {
                    values[i] = value.at(x, y, i % clean.channels());
                }
            }
            return new Pixels(clean.width(), clean.height(), clean.channels(), values);
        }

        /** Over the hole alone: outside, the picture is the clean one. */
        @Override
        public double score(Pixels picture) {
            return Score.psnr(clean, picture, hole);
        }
    }
}
