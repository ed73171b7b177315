package io.unveil.training;

import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.data.Dataset;
import io.unveil.data.Loader;
import io.unveil.data.Textures;
import io.unveil.degradation.Draws;
import io.unveil.degradation.defect.DefectMixture;
import io.unveil.degradation.defect.Defective;
import io.unveil.degradation.defect.SyntheticDefects;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.Standardising;
import io.unveil.model.Answer;
import io.unveil.model.Defects;
import io.unveil.model.InputForm;
import io.unveil.model.Manifest;
import io.unveil.recipe.Fields;
import io.unveil.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Normal pictures onto which defects are drawn (CutPaste, Li et al. 2021; DRAEM, Zavrtanik et al. 2021): the network
 * learns to find anomalies without ever seeing a true defect. It reads a standardised picture in units of its standard
 * deviation.
 *
 * @param mixture the defects to draw
 * @param answer the kind of answer
 */
public record DefectLesson(DefectMixture mixture, Answer answer) implements AnomalyLesson {
    static DefectLesson read(Fields training) {
        Fields fields = training.fields("defects");
        Answer answer = training.has("answer") ? answer(training) : Answer.DEFECT;
        DefectLesson lesson = new DefectLesson(DefectKinds.read(fields), answer);
        fields.noOthers();
        return lesson;
    }

    private static Answer answer(Fields training) {
        String[] words = Answer.ofDefects().stream().map(Answer::word).toArray(String[]::new);
        return Words.find(Answer.class, training.oneOf("answer", words)).orElseThrow();
    }

    @Override
    public Defects convention(Architecture net) {
        return new Defects(InputForm.of(net), answer);
    }

    @Override
    public Optional<Manifest.Inspection> inspection() {
        return Optional.of(Manifest.Inspection.uncalibrated(answer));
    }

    @Override
    public List<String> faults(Architecture net) {
        List<String> faults = new ArrayList<>(Lesson.faultsOfPictures(net));
        if (!(net.sides() instanceof Sides.Area)) {
            faults.add("reads pictures of one area, so that defects have one size: give area, such as 256");
        }
        int planes = convention(net).outputs();
        if (net.outputs() != planes || !net.keepsSize()) {
            faults.add("answers %s in %d planes of the size that it takes, but gives %s for %s"
                    .formatted(answer.word(), planes, net.output(), net.input()));
        }
        return faults;
    }

    /**
     * Examples with defects (N, H, W, C) uint8, 1 where they are (N, H, W, 1) uint8, and where they count the examples
     * without (N, H, W, C) uint8.
     */
    @Override
    public List<String> tensors() {
        return answer.repairs() ? List.of("x", "k", "y") : List.of("x", "k");
    }

    @Override
    public String script() {
        String read = spreads("i", "x") + "    i = torch.contiguous(i, memory_format=2)\n";
        String where = "torch.to(torch.permute(k, [0, 3, 1, 2]), 6)";
        return read
                + switch (answer) {
                    case DEFECT -> "    t = %s\n".formatted(where);
                    case PICTURE -> spreads("t", "y");
                    case PICTURE_AND_DEFECT -> spreads("c", "y") + "    t = torch.cat([c, %s], 1)\n".formatted(where);
                    case CORRECTION_AND_DEFECT ->
                        spreads("c", "y") + "    t = torch.cat([torch.sub(c, i), %s], 1)\n".formatted(where);
                    case HIDDEN_CELLS, TURN -> throw new IllegalStateException(answer + " is not taught by defects");
                };
    }

    private static String spreads(String name, String levels) {
        return "    %s = torch.div(torch.sub(torch.to(torch.permute(%s, [0, 3, 1, 2]), 6), 127.5), %s)\n"
                .formatted(name, levels, 255 * Standardising.SPREAD);
    }

    @Override
    public Examples examples(Loader loader, long seed) {
        return new DefectiveExamples(drawing(mixture, loader.size(), seed), answer.repairs(), loader, seed);
    }

    private static SyntheticDefects drawing(DefectMixture mixture, Size largest, long seed) {
        return new SyntheticDefects(mixture, Standardising.SPREAD, largest, seed);
    }

    @Override
    public ScoreUnit measure() {
        return answer.marks() ? ScoreUnit.AUROC : ScoreUnit.PSNR;
    }

    /** Every held-out picture with a defect; where no visible defect was drawn, there is nothing to find. */
    @Override
    public List<Sample> samples(Recipe recipe, Dataset heldOut) {
        List<Pixels> pictures = new ArrayList<>();
        for (int i = 0; i < heldOut.count(); i++) {
            pictures.add(Validation.middle(heldOut.example(i), recipe.net()));
        }
        SyntheticDefects drawing = drawing(mixture.withClean(0), largest(pictures), recipe.seed());
        Textures textures = new Textures(heldOut);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            Draws draws = Draws.of(Seeds.of(recipe.seed(), i, Seeds.Use.VALIDATION));
            Defective hurt = drawing.draw(pictures.get(i), textures.of(i), textures.any(), draws);
            if (!hurt.mask().isEmpty()) {
                String name = heldOut.example(i).name();
                samples.add(
                        answer.marks()
                                ? new DefectSample(name, pictures.get(i), hurt, convention(recipe.net()))
                                : new RepairSample(name, pictures.get(i), hurt, convention(recipe.net())));
            }
        }
        return samples;
    }

    private static Size largest(List<Pixels> pictures) {
        return new Size(
                pictures.stream().mapToInt(Pixels::width).max().orElseThrow(),
                pictures.stream().mapToInt(Pixels::height).max().orElseThrow());
    }
}
