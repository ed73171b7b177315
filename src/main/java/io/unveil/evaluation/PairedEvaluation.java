package io.unveil.evaluation;

import io.unveil.inference.Models;
import io.unveil.model.Task;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoised;
import io.unveil.pipeline.denoise.Denoising;
import io.unveil.pipeline.denoise.Method;
import io.unveil.pipeline.denoise.Quality;
import io.unveil.pipeline.denoise.Sigma;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Denoisers on noise that real cameras made: the noisy picture of each pair is cleaned as any file is, and compared
 * with the clean one in 8 bits, over all pixels and channels. There is a row for each pair and denoiser, and at the end
 * one with the means.
 */
public final class PairedEvaluation {
    private final Models models;
    private final Optional<String> model;
    private final List<Contender> contenders;
    private final Sigma sigma;
    private final Optional<Quality> quality;
    private final PairedSet set;
    private final Denoising denoising;

    private PairedEvaluation(
            Models models,
            Optional<String> model,
            List<Contender> contenders,
            Sigma sigma,
            Optional<Quality> quality,
            PairedSet set) {
        this.models = models;
        this.model = model;
        this.contenders = contenders;
        this.sigma = sigma;
        this.quality = quality;
        this.set = set;
        this.denoising = new Denoising(models);
    }

    /**
     * Measures. A model for gray pictures is given pictures in colour in gray. Throws
     * {@link io.unveil.inference.RefusedRequest} when a model is unknown, broken or for another task.
     *
     * @param sigma for methods and models that take one; blind models find the noise by themselves
     * @param model empty = what the service chooses for each picture
     * @param beside other models, each in rows under its own name
     */
    public static Evaluation run(
            Models models,
            Optional<String> model,
            List<Method> methods,
            Sigma sigma,
            Optional<Quality> quality,
            List<String> beside,
            PairedSet set,
            Evaluation.Progress progress) {
        boolean gray = Stream.concat(model.stream(), beside.stream())
                .anyMatch(name -> models.require(name, Task.DENOISE).card().channels() == 1);
        return new PairedEvaluation(
                        models, model, Contender.of(model, methods, beside), sigma, quality, gray ? set.inGray() : set)
                .run(progress);
    }

    private Evaluation run(Evaluation.Progress progress) {
        List<DenoisingMeans> means =
                contenders.stream().map(contender -> new DenoisingMeans()).toList();
        List<Evaluation.Row> rows = new ArrayList<>();
        for (PairedSet.Pair pair : set.pairs()) {
            for (int i = 0; i < contenders.size(); i++) {
                Denoised denoised = denoised(pair, contenders.get(i));
                DenoisingMeans single = new DenoisingMeans();
                single.add(pair.clean(), denoised);
                means.get(i).add(pair.clean(), denoised);
                rows.add(single.row("pair=" + pair.name(), contenders.get(i).name()));
                progress.pictureDone(rows.size(), set.pairs().size() * contenders.size());
            }
        }
        for (int i = 0; i < contenders.size(); i++) {
            rows.add(means.get(i).row("pairs", contenders.get(i).name()));
        }
        return new Evaluation(model, Task.DENOISE, set.name(), set.pairs().size(), rows);
    }

    private Denoised denoised(PairedSet.Pair pair, Contender contender) {
        boolean blind = contender.method() == Method.MODEL
                && contender
                        .model()
                        .map(name -> models.require(name, Task.DENOISE).card().blind())
                        .orElse(false);
        DenoiseOptions options =
                new DenoiseOptions(blind ? new Sigma.Auto() : sigma, contender.model(), 1, quality, contender.method());
        return denoising.denoise(pair.noisy(), options, Optional.of(pair.clean()));
    }
}
