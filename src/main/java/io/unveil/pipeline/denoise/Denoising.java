package io.unveil.pipeline.denoise;

import io.unveil.degradation.noise.NoiseEstimator;
import io.unveil.image.Difference;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Turn;
import io.unveil.inference.Deadline;
import io.unveil.inference.Model;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.model.ShippedModels;
import io.unveil.model.Task;
import io.unveil.pipeline.Comparing;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.ParameterText;
import io.unveil.pipeline.TaskModels;
import io.unveil.pipeline.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Cleans pictures of noise. Thread-safe. */
public final class Denoising {
    private final TaskModels denoisers;
    private final ToDoubleFunction<Pixels> estimator;

    public Denoising(Models models) {
        this(models, pixels -> NoiseEstimator.estimate(pixels).sigma());
    }

    Denoising(Models models, ToDoubleFunction<Pixels> estimator) {
        this.denoisers = new TaskModels(models, Task.DENOISE);
        this.estimator = estimator;
    }

    /** As {@link #denoise(Picture, DenoiseOptions, Optional, Deadline)}, without a deadline. */
    public Denoised denoise(Picture noisy, DenoiseOptions options, Optional<Picture> reference) {
        return denoise(noisy, options, reference, Deadline.none());
    }

    /**
     * The cleaned picture. Without a model's name, gray pictures go to the gray model and colour pictures to the colour
     * model, or to the small ones where {@link Quality#FAST} is requested and they exist; a gray picture may be given
     * to a colour model by name. A blind model must be requested by name, and takes no sigma. Non-local means ignore
     * model and quality. Throws {@link RefusedRequest} when the model is unknown, broken, for another task or for gray
     * pictures only, when the reference is of another size, and when the deadline passes; {@link InvalidParameter} when
     * sigma is given for a blind model.
     */
    public Denoised denoise(Picture noisy, DenoiseOptions options, Optional<Picture> reference, Deadline deadline) {
        return denoise(NoisyPicture.of(noisy), options, reference, deadline);
    }

    /**
     * The same for values that need not lie in [0, 1], as with unclipped noise, on which denoisers are measured in the
     * literature. The network reads them as they are; non-local means, which need whole levels, read them clipped and
     * rounded. The result is a picture of 8 bits.
     */
    public Denoised denoise(Pixels noisy, DenoiseOptions options, Optional<Picture> reference) {
        return denoise(NoisyPicture.of(noisy), options, reference, Deadline.none());
    }

    private Denoised denoise(
            NoisyPicture noisy, DenoiseOptions options, Optional<Picture> reference, Deadline deadline) {
        reference.ifPresent(clean -> Comparing.requireAlike(noisy.picture(), clean));
        Denoiser cleaner = cleaner(noisy.picture(), options);
        long asked = System.nanoTime();
        Optional<ResolvedSigma> sigma = sigma(noisy, options.sigma(), cleaner);
        boolean untouched = sigma.map(ResolvedSigma::none).orElse(false) || options.strength() == 0;
        OptionalDouble levels =
                sigma.stream().mapToDouble(ResolvedSigma::levels).findFirst();
        Denoiser.Cleaned cleaned = untouched
                ? new Denoiser.Cleaned(noisy.picture(), Duration.ZERO)
                : cleaner.clean(noisy, levels, options.strength(), deadline);
        Timing timing = Timing.since(asked, cleaned.queue());
        deadline.check();
        return new Denoised(
                cleaned.picture(),
                cleaner.name(),
                cleaner.device(),
                levels,
                sigma.map(ResolvedSigma::estimated).orElse(false),
                untouched,
                Difference.between(noisy.values(), cleaned.picture()),
                reference.map(clean -> new Denoised.Reference(
                        Difference.between(noisy.values(), clean), Comparing.compare(cleaned.picture(), clean))),
                timing);
    }

    /** The sigma for the cleaner; empty if it is blind. */
    private Optional<ResolvedSigma> sigma(NoisyPicture noisy, Sigma requested, Denoiser cleaner) {
        if (!cleaner.blind()) {
            return Optional.of(ResolvedSigma.of(noisy.values(), requested, estimator));
        }
        if (requested instanceof Sigma.Known known) {
            throw new InvalidParameter(
                    "sigma",
                    ParameterText.plain(known.levels()),
                    "only 'auto' with model '%s', which finds the noise by itself; models that take sigma are %s"
                            .formatted(cleaner.name(), String.join(", ", denoisers.seeing())));
        }
        return Optional.empty();
    }

    private Denoiser cleaner(Picture noisy, DenoiseOptions options) {
        return switch (options.method()) {
            case NLM -> new NonLocalMeans();
            case MODEL -> new NetworkDenoiser(model(noisy, options), turns(options));
        };
    }

    private Model model(Picture noisy, DenoiseOptions options) {
        boolean gray = noisy.channels() == 1;
        String usual = gray ? ShippedModels.DENOISE_GRAY : ShippedModels.DENOISE_COLOR;
        String fast = gray ? ShippedModels.DENOISE_GRAY_FAST : ShippedModels.DENOISE_COLOR_FAST;
        List<String> shipped = options.prefers(Quality.FAST) ? List.of(fast, usual) : List.of(usual);
        return denoisers.require(
                options.model().or(() -> denoisers.fitting(shipped, noisy)).orElse(usual), noisy);
    }

    private static List<Turn> turns(DenoiseOptions options) {
        return options.prefers(Quality.BEST) ? Turn.ALL : Turn.ALL.subList(0, 1);
    }
}
