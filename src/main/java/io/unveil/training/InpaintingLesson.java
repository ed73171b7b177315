package io.unveil.training;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.data.Dataset;
import io.unveil.data.Loader;
import io.unveil.degradation.Draws;
import io.unveil.degradation.occlusion.CellMasks;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Standardising;
import io.unveil.model.Answer;
import io.unveil.model.HiddenCells;
import io.unveil.model.InputForm;
import io.unveil.model.Manifest;
import io.unveil.recipe.Fields;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A third of the squares of a normal picture is hidden, and the network fills them from the rest (RIAD, Zavrtanik et
 * al. 2021): whatever it cannot predict is anomalous. It reads the standardised picture in units of its standard
 * deviation, 0 where it is hidden, and answers the picture; only hidden pixels count.
 */
public record InpaintingLesson() implements AnomalyLesson {
    @Override
    public HiddenCells convention(Architecture net) {
        return new HiddenCells(InputForm.of(net));
    }

    @Override
    public Optional<Manifest.Inspection> inspection() {
        return Optional.of(Manifest.Inspection.uncalibrated(Answer.HIDDEN_CELLS));
    }

    @Override
    public List<String> faults(Architecture net) {
        List<String> faults = new ArrayList<>(Lesson.faultsOfPictures(net));
        if (!(net.sides() instanceof Sides.Area)) {
            faults.add("reads pictures of one area, so that squares have one size: give area, such as 256");
        }
        if (!net.output().equals(net.input())) {
            faults.add("answers the picture that it reads, %s, but gives %s".formatted(net.input(), net.output()));
        }
        return faults;
    }

    static InpaintingLesson read(Fields training) {
        training.fields("hidden-cells").noOthers();
        return new InpaintingLesson();
    }

    /** Examples (N, H, W, C) uint8, and 1 where they are hidden (N, H, W, 1) uint8. */
    @Override
    public List<String> tensors() {
        return List.of("y", "k");
    }

    @Override
    public String script() {
        return """
                t = torch.div(torch.sub(torch.to(torch.permute(y, [0, 3, 1, 2]), 6), 127.5), %s)
                hidden = torch.to(torch.permute(k, [0, 3, 1, 2]), 6)
                i = torch.contiguous(torch.mul(t, torch.rsub(hidden, 1.)), memory_format=2)
            """.formatted(255 * Standardising.SPREAD);
    }

    /** Over the hidden pixels. */
    @Override
    public String mean(String value) {
        return "torch.div(torch.sum(torch.mean(torch.mul(%s, hidden), [1], True), [1, 2, 3]), torch.add(torch.sum(hidden, [1, 2, 3]), 1e-06))"
                .formatted(value);
    }

    @Override
    public Examples examples(Loader loader, long seed) {
        ByteBuffer where =
                Examples.bytes(Math.toIntExact(loader.batch() * loader.size().pixels()));
        return (step, call) -> {
            var clean = Examples.clean(loader.ofStep(step), call);
            where.clear();
            for (int i = 0; i < loader.batch(); i++) {
                Draws draws = Draws.of(seed, Seeds.Use.HOLES.ordinal(), step, i);
                CellMasks cells = CellMasks.ALL.get(draws.below(CellMasks.ALL.size()));
                put(cells.set(loader.size(), 0, Draws.of(seed, step, i).below(Integer.MAX_VALUE)), where);
            }
            Shape shape = new Shape(
                    loader.batch(), loader.size().height(), loader.size().width(), 1);
            return List.of(clean, call.create(where.flip(), shape, DataType.UINT8));
        };
    }

    private static void put(Mask mask, ByteBuffer into) {
        for (int y = 0; y < mask.size().height(); y++) {
            for (int x = 0; x < mask.size().width(); x++) {
                into.put((byte) (mask.at(x, y) ? 1 : 0));
            }
        }
    }

    @Override
    public List<Sample> samples(Recipe recipe, Dataset heldOut) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < heldOut.count(); i++) {
            Pixels clean = Validation.middle(heldOut.example(i), recipe.net());
            CellMasks cells = CellMasks.ALL.get(i % CellMasks.ALL.size());
            Mask hidden = cells.set(clean.size(), 0, Seeds.of(recipe.seed(), i, Seeds.Use.VALIDATION));
            samples.add(new Hidden(heldOut.example(i).name(), cells.side(), clean, hidden, convention(recipe.net())));
        }
        return samples;
    }

    private record Hidden(String name, int side, Pixels clean, Mask hidden, HiddenCells convention) implements Sample {
        @Override
        public String condition() {
            return "hidden=" + side;
        }

        /** Half, the mean of all standardised pictures, where it is hidden. */
        @Override
        public Pixels corrupted() {
            float[] values = clean.values().clone();
            for (int i = 0; i < values.length; i++) {
                int pixel = i / clean.channels();
                values[i] = hidden.at(pixel % clean.width(), pixel / clean.width()) ? 0.5f : values[i];
            }
            return new Pixels(clean.width(), clean.height(), clean.channels(), values);
        }

        @Override
        public Pixels before() {
            return corrupted();
        }

        @Override
        public Pixels planes() {
            return convention.planes(clean, hidden);
        }

        @Override
        public Pixels prediction(Pixels output) {
            return convention.answer(output);
        }

        /** Over the hidden pixels. */
        @Override
        public double score(Pixels answer) {
            return Score.psnr(clean, answer, hidden);
        }
    }
}
