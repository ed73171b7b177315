package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.data.Dataset;
import io.unveil.data.Loader;
import io.unveil.image.Pixels;
import io.unveil.model.InputForm;
import io.unveil.model.PlainPicture;
import io.unveil.model.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * An autoencoder: it reads a picture, values in [0, 1], and answers the same picture. Where its input is corrupted, it
 * answers the picture before the corruption, without knowing where that is.
 */
public record ReconstructionLesson(Corruption corruption) implements Lesson {
    @Override
    public Task task() {
        return Task.AUTOENCODE;
    }

    @Override
    public PlainPicture convention(Architecture net) {
        return new PlainPicture(InputForm.of(net));
    }

    @Override
    public List<String> faults(Architecture net) {
        List<String> faults = new ArrayList<>(Lesson.faultsOfPictures(net));
        if (!net.output().equals(net.input())) {
            faults.add("an autoencoder must answer the shape that it reads, %s, but this gives %s"
                    .formatted(net.input(), net.output()));
        }
        return faults;
    }

    /** Clean examples (N, H, W, C) uint8, then the tensors of the corruption. */
    @Override
    public List<String> tensors() {
        List<String> tensors = new ArrayList<>(List.of("y"));
        tensors.addAll(corruption.tensors());
        return tensors;
    }

    @Override
    public String script() {
        return """
                t = torch.div(torch.to(torch.permute(y, [0, 3, 1, 2]), 6), 255.)
                i = torch.contiguous(%s, memory_format=2)
            """.formatted(corruption.script());
    }

    @Override
    public Examples examples(Loader loader, long seed) {
        return corruption.examples(loader, seed);
    }

    @Override
    public List<Sample> samples(Recipe recipe, Dataset heldOut) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < heldOut.count(); i++) {
            Pixels clean = Validation.fitting(recipe.transforms().inMeasuring(heldOut.example(i)), recipe.net());
            Corruption.Corrupted corrupted =
                    corruption.corrupted(clean, Seeds.of(recipe.seed(), i, Seeds.Use.VALIDATION));
            samples.add(new CorruptedSample(
                    heldOut.example(i).name(), corruption.condition(), clean, corrupted, convention(recipe.net())));
        }
        return samples;
    }

    private record CorruptedSample(
            String name, String condition, Pixels clean, Corruption.Corrupted what, PlainPicture convention)
            implements Sample {
        @Override
        public Pixels corrupted() {
            return what.picture();
        }

        @Override
        public Pixels before() {
            return what.before();
        }

        @Override
        public Pixels planes() {
            return convention.planes(what.picture());
        }

        @Override
        public Pixels prediction(Pixels output) {
            return convention.answer(clean.channels(), output);
        }

        @Override
        public double score(Pixels picture) {
            return Score.psnr(clean, picture, what.counts());
        }
    }
}
