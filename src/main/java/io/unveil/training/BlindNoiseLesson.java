package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.data.Dataset;
import io.unveil.data.Loader;
import io.unveil.degradation.noise.Noise;
import io.unveil.degradation.noise.NoiseMixture;
import io.unveil.image.Pixels;
import io.unveil.model.GivenNoise;
import io.unveil.model.InputForm;
import io.unveil.model.ResidualNoise;
import io.unveil.model.Task;
import io.unveil.recipe.Fields;
import io.unveil.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Noise of a kind and strength drawn for each example, clipped and rounded to 8 bits as in files. The network knows
 * nothing about it: it reads picture - 1/2 and predicts the noise.
 *
 * @param gray share of examples of a network for colour that are gray, all planes the same: in half of them noise is
 *     added to the gray picture, in the other half to the colour picture before it is turned gray
 * @param belongs JPEG quality from which on what compression does to the clean picture belongs to it and is not to be
 *     removed; {@link #NEVER} for none
 */
public record BlindNoiseLesson(NoiseMixture mixture, double gray, int belongs) implements Lesson {
    /** Above all qualities. */
    private static final int NEVER = 101;

    /** The noises for held-out pictures. */
    private static final List<String> LOOKED_AT = List.of(
            "sensor:1600",
            "sensor:12800",
            "gaussian:25",
            "grain:15",
            "speckle:0.2",
            "salt-and-pepper:0.05",
            "dead-pixels:0.05",
            "jpeg-420:40",
            "camera:1600",
            "camera:6400");

    static BlindNoiseLesson read(Fields fields) {
        List<NoiseMixture.Share> shares = new ArrayList<>();
        for (NoiseMixture.Kind kind : NoiseMixture.Kind.values()) {
            if (fields.has(Words.of(kind))) {
                shares.add(share(kind, fields.fields(Words.of(kind))));
            }
        }
        if (shares.isEmpty()) {
            fields.fault("must name at least one kind of noise");
            shares.add(
                    new NoiseMixture.Share(NoiseMixture.Kind.GAUSSIAN, 1, 1, 1)); // a placeholder: the fault is noted
        }
        Fields jpeg = fields.fields("jpeg");
        int belongs = jpeg.integer("belongs", 1, NEVER, NEVER);
        NoiseMixture mixture = new NoiseMixture(
                shares, fields.number("none", 0, 1000), fields.number("twice", 0, 1), compression(jpeg));
        BlindNoiseLesson lesson = new BlindNoiseLesson(mixture, fields.number("gray", 0, 1, 0), belongs);
        fields.noOthers();
        return lesson;
    }

    private static NoiseMixture.Share share(NoiseMixture.Kind kind, Fields fields) {
        double weight = fields.number("weight", 0.001, 1000);
        double from = fields.number("from", 0.0001, kind.most());
        double to = fields.number("to", 0.0001, kind.most());
        fields.noOthers();
        return new NoiseMixture.Share(kind, weight, from, notBelow(from, to, fields));
    }

    private static NoiseMixture.Compression compression(Fields fields) {
        double share = fields.number("share", 0, 1);
        int from = fields.integer("from", 1, 100);
        int to = fields.integer("to", 1, 100);
        fields.noOthers();
        return new NoiseMixture.Compression(share, from, (int) notBelow(from, to, fields));
    }

    private static double notBelow(double from, double to, Fields fields) {
        if (to < from) {
            fields.fault("'to' must not be below 'from', was %s and %s".formatted(to, from));
        }
        return Math.max(from, to);
    }

    @Override
    public Task task() {
        return Task.DENOISE;
    }

    @Override
    public ResidualNoise convention(Architecture net) {
        return new ResidualNoise(new InputForm(net.outputs(), net.sides()), 0);
    }

    @Override
    public List<String> faults(Architecture net) {
        List<String> faults = new ArrayList<>(Lesson.faultsOfPictures(net));
        if (!net.keepsSize() || net.outputs() != net.inputs()) {
            faults.add("must answer the noise of what it reads: gives %s for %s".formatted(net.output(), net.input()));
        }
        return faults;
    }

    /** Clean examples (N, H, W, C) uint8, as their files have them; the same with noise. */
    @Override
    public List<String> tensors() {
        return List.of("y", "x");
    }

    @Override
    public String script() {
        return """
                clean = torch.div(torch.to(torch.permute(y, [0, 3, 1, 2]), 6), 255.)
                noisy = torch.div(torch.to(torch.permute(x, [0, 3, 1, 2]), 6), 255.)
                t = torch.sub(noisy, clean)
                i = torch.contiguous(torch.sub(noisy, 0.5), memory_format=2)
            """;
    }

    @Override
    public Examples examples(Loader loader, long seed) {
        return new BlindNoiseExamples(this, loader, seed);
    }

    @Override
    public List<Sample> samples(Recipe recipe, Dataset heldOut) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < heldOut.count(); i++) {
            Pixels middle = Validation.middle(heldOut.example(i), recipe.net());
            for (String noise : LOOKED_AT) {
                long seed = Seeds.of(recipe.seed(), samples.size(), Seeds.Use.VALIDATION);
                Pixels noisy = Noise.asInFile(Noise.parse(noise).addTo(middle, seed));
                samples.add(new NoisySample(
                        heldOut.example(i).name(),
                        "noise=" + noise,
                        middle,
                        noisy,
                        convention(recipe.net()),
                        new GivenNoise(0, true)));
            }
        }
        return samples;
    }
}
