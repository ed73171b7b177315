package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.data.Dataset;
import io.unveil.data.Loader;
import io.unveil.image.Pixels;
import io.unveil.model.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * An autoencoder: it reads a picture, values in [0, 1], and answers the picture; where something has spoiled what it reads, the one
 * before that. Nobody tells it what was spoiled.
 */
public record ReconstructionLesson(Corruption spoiling) implements Lesson {
    @Override
    public Task task() {
        return Task.AUTOENCODE;
    }

    @Override
    public int channels(Architecture net) {
        return net.inputs();
    }

    @Override
    public List<String> faults(Architecture net) {
        List<String> faults = new ArrayList<>(Lesson.faultsOfPictures(net));
        if (!net.output().equals(net.input())) {
            faults.add("an autoencoder gives back what it takes, %s, but this gives %s"
                    .formatted(net.input(), net.output()));
        }
        return faults;
    }

    /** Clean examples (N, H, W, C) uint8, then those of the spoiling. */
    @Override
    public List<String> tensors() {
        List<String> tensors = new ArrayList<>(List.of("y"));
        tensors.addAll(spoiling.tensors());
        return tensors;
    }

    @Override
    public String script() {
        return """
                t = torch.div(torch.to(torch.permute(y, [0, 3, 1, 2]), 6), 255.)
                i = torch.contiguous(%s, memory_format=2)
            """.formatted(spoiling.script());
    }

    @Override
    public Examples examples(Loader loader, long seed) {
        return spoiling.examples(loader, seed);
    }

    @Override
    public List<Sample> samples(Recipe recipe, Dataset heldOut) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < heldOut.count(); i++) {
            Pixels clean = Validation.fitting(recipe.transforms().inMeasuring(heldOut.example(i)), recipe.net());
            Corruption.Spoiled spoiled = spoiling.spoiled(clean, Seeds.of(recipe.seed(), i, Seeds.Use.VALIDATION));
            samples.add(new Spoilt(heldOut.example(i).name(), spoiling.condition(), clean, spoiled));
        }
        return samples;
    }

    private record Spoilt(String name, String condition, Pixels clean, Corruption.Spoiled what) implements Sample {
        @Override
        public Pixels spoiled() {
            return what.picture();
        }

        @Override
        public Pixels before() {
            return what.before();
        }

        @Override
        public Pixels planes() {
            return what.picture();
        }

        @Override
        public Pixels mended(Pixels output) {
            return output;
        }

        @Override
        public double score(Pixels picture) {
            return Score.psnr(clean, picture, what.counts());
        }
    }
}
