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

/** Cleans pictures of noise. Safe for many threads. */
public final class Denoising {
    private final TaskModels denoisers;
    private final ToDoubleFunction<Pixels> estimator;

    public Denoising(Models models) {
        this(models, pixels -> NoiseEstimator.estimate(pixels).sigma());
    }

    Denoising(Models models, ToDoubleFunction<Pixels> estimator) {
        this.denoisers = new TaskModels(models, "denoise");
        this.estimator = estimator;
    }

    /** As {@link #denoise(Picture, DenoiseWish, Optional, Deadline)}, however long it takes. */
    public Denoised denoise(Picture noisy, DenoiseOptions wish, Optional<Picture> reference) {
        return denoise(noisy, wish, reference, Deadline.none());
    }

    /**
     * The cleaned picture. Without a model's name, gray pictures go to the gray model and colour pictures to the colour model, or to the small ones where
     * {@link Quality#FAST} is wished for and there are any; a gray picture may be given to a colour model by name. A blind model serves by name alone, and takes no sigma. With non-local means, model and quality are not looked at. Throws
     * {@link RefusedRequest} when the model is unknown, broken, for another task or for gray pictures only, when the reference is of another
     * size, and when the deadline passes; {@link InvalidParameter} when a blind model is to be told sigma.
     */
    public Denoised denoise(Picture noisy, DenoiseOptions wish, Optional<Picture> reference, Deadline deadline) {
        return denoise(NoisyPicture.of(noisy), wish, reference, deadline);
    }

    /**
     * As for a picture, from values that need not lie in [0, 1]: those of unclipped noise, by which the field measures denoisers. The
     * network reads them as they are; non-local means, which knows whole levels only, reads them clipped and rounded. The result is a
     * picture of 8 bits.
     */
    public Denoised denoise(Pixels noisy, DenoiseOptions wish, Optional<Picture> reference) {
        return denoise(NoisyPicture.of(noisy), wish, reference, Deadline.none());
    }

    private Denoised denoise(NoisyPicture noisy, DenoiseOptions wish, Optional<Picture> reference, Deadline deadline) {
        reference.ifPresent(clean -> Comparing.requireAlike(noisy.picture(), clean));
        Denoiser cleaner = cleaner(noisy.picture(), wish);
        long asked = System.nanoTime();
        Optional<ResolvedSigma> sigma = sigma(noisy, wish.sigma(), cleaner);
        boolean untouched = sigma.map(ResolvedSigma::none).orElse(false) || wish.strength() == 0;
        OptionalDouble levels =
                sigma.stream().mapToDouble(ResolvedSigma::levels).findFirst();
        Denoiser.Cleaned cleaned = untouched
                ? new Denoiser.Cleaned(noisy.picture(), Duration.ZERO)
                : cleaner.clean(noisy, levels, wish.strength(), deadline);
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

    /** What the cleaner is to be told; nothing if it is blind. */
    private Optional<ResolvedSigma> sigma(NoisyPicture noisy, Sigma wish, Denoiser cleaner) {
        if (!cleaner.blind()) {
            return Optional.of(ResolvedSigma.of(noisy.values(), wish, estimator));
        }
        if (wish instanceof Sigma.Known known) {
            throw new InvalidParameter(
                    "sigma",
                    ParameterText.plain(known.levels()),
                    "'auto' alone with model '%s', which finds the noise by itself; told sigma can be %s"
                            .formatted(cleaner.name(), String.join(", ", denoisers.seeing())));
        }
        return Optional.empty();
    }

    private Denoiser cleaner(Picture noisy, DenoiseOptions wish) {
        return switch (wish.method()) {
            case NLM -> new NonLocalMeans();
            case MODEL -> new NetworkDenoiser(model(noisy, wish), turns(wish));
        };
    }

    private Model model(Picture noisy, DenoiseOptions wish) {
        String usual = noisy.channels() == 1 ? "denoise-gray" : "denoise-color";
        List<String> shipped = wish.prefers(Quality.FAST) ? List.of(usual + "-fast", usual) : List.of(usual);
        return denoisers.require(
                wish.model().or(() -> denoisers.fitting(shipped, noisy)).orElse(usual), noisy);
    }

    private static List<Turn> turns(DenoiseOptions wish) {
        return wish.prefers(Quality.BEST) ? Turn.ALL : Turn.ALL.subList(0, 1);
    }
}
