package io.unveil.evaluation;

import io.unveil.degradation.noise.Noise;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.inference.Models;
import io.unveil.model.Task;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoised;
import io.unveil.pipeline.denoise.Denoising;
import io.unveil.pipeline.denoise.Sigma;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The protocol of the denoising literature (Zhang et al. 2017, DnCNN, section IV): seeded noise is added, the result
 * clipped and rounded to 8 bits and compared with the clean picture over all pixels and channels; figures are means
 * over the pictures.
 */
public final class DenoisingEvaluation {
    private final Protocol protocol;
    private final TestSet set;
    private final Denoising denoising;
    private final Evaluation.Progress progress;

    private DenoisingEvaluation(Protocol protocol, TestSet set, Denoising denoising, Evaluation.Progress progress) {
        this.protocol = protocol;
        this.set = set;
        this.denoising = denoising;
        this.progress = progress;
    }

    /**
     * Measures. A model for gray pictures is given colour pictures in gray; without a model's name each picture is
     * cleaned by what the service chooses for it. Throws {@link io.unveil.inference.RefusedRequest} when the model is
     * unknown, broken or for another task.
     */
    public static Evaluation run(Models models, Protocol protocol, TestSet set, Evaluation.Progress progress) {
        boolean gray = protocol.model()
                .filter(name -> models.require(name, Task.DENOISE).card().channels() == 1)
                .isPresent();
        TestSet fitting = gray ? set.inGray() : set;
        return new DenoisingEvaluation(protocol, fitting, new Denoising(models), progress).run();
    }

    private Evaluation run() {
        List<Contender> contenders = Contender.of(protocol.model(), protocol.methods(), protocol.beside());
        List<Evaluation.Row> rows = new ArrayList<>();
        for (Condition condition : protocol.conditions()) {
            for (Contender contender : contenders) {
                rows.add(row(
                        condition, contender, rows.size(), protocol.conditions().size() * contenders.size()));
            }
        }
        return new Evaluation(
                protocol.model(), Task.DENOISE, set.name(), set.pictures().size(), rows);
    }

    private Evaluation.Row row(Condition condition, Contender contender, int before, int all) {
        DenoiseOptions options = new DenoiseOptions(
                protocol.blind() ? new Sigma.Auto() : condition.sigma(),
                contender.model(),
                1,
                protocol.quality(),
                contender.method());
        int count = set.pictures().size();
        DenoisingMeans means = new DenoisingMeans();
        for (int i = 0; i < count; i++) {
            TestSet.Entry entry = set.entries().get(i);
            Picture clean = entry.picture();
            Pixels noisy = condition.noise().addTo(clean.pixels(), protocol.seed() + entry.number());
            means.add(clean, denoised(noisy, options, clean));
            progress.pictureDone(before * count + i + 1, all * count);
        }
        return means.row(condition.name(), contender.name());
    }

    private Denoised denoised(Pixels noisy, DenoiseOptions options, Picture clean) {
        return switch (protocol.input()) {
            case FLOAT -> denoising.denoise(noisy, options, Optional.of(clean));
            case EIGHT_BIT -> denoising.denoise(clean.with(Noise.asInFile(noisy)), options, Optional.of(clean));
        };
    }
}
