package io.unveil.pipeline.denoise;

import io.unveil.degradation.description.NoiseDescriber;
import io.unveil.degradation.description.NoiseDescription;
import io.unveil.image.Difference;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Source;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.model.Task;
import io.unveil.pipeline.Comparing;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.TaskModels;
import io.unveil.pipeline.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Cleans pictures of noise. Thread-safe. */
public final class Denoising {
    private final DenoisingPlanner planner;

    public Denoising(Models models) {
        this(models, NoiseDescriber::describe);
    }

    Denoising(Models models, Function<Source, NoiseDescription> describer) {
        this.planner = new DenoisingPlanner(new TaskModels(models, Task.DENOISE), describer);
    }

    /** As {@link #denoise(Picture, DenoiseOptions, Optional, Deadline)}, without a deadline. */
    public Denoised denoise(Picture noisy, DenoiseOptions options, Optional<Picture> reference) {
        return denoise(noisy, options, reference, Deadline.none());
    }

    /**
     * The cleaned picture. Without a model's name, the noise decides: white noise goes to the gray model or the colour
     * model, or to the small ones where {@link Quality#FAST} is requested and they exist; other noise goes to the blind
     * model for photographs; a picture without noise comes back as it is. With a sigma and no name, the models for
     * white noise serve. A gray picture may be given to a colour model by name. A blind model takes no sigma. Non-local
     * means ignore model and quality. Throws {@link RefusedRequest} when the model is unknown, broken, for another task
     * or for gray pictures only, when the reference is of another size, and when the deadline passes;
     * {@link InvalidParameter} when sigma is given for a blind model.
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

    /**
     * Cleans the frames of an animation or the pages of a document, all alike: with one sigma and one model for those
     * in gray and one for those in colour. Where the noise decides, it is that of the frame whose noise is the middle
     * of all.
     *
     * @param references of the frames, as many; or none
     */
    public List<Denoised> denoiseAlike(
            List<Picture> frames, DenoiseOptions options, List<Picture> references, Deadline deadline) {
        Map<Integer, DenoiseOptions> settled = new HashMap<>();
        List<Denoised> cleaned = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            Picture frame = frames.get(i);
            DenoiseOptions alike = settled.computeIfAbsent(
                    frame.channels(),
                    channels -> planner.settled(
                            frames.stream()
                                    .filter(one -> one.channels() == channels)
                                    .toList(),
                            options));
            Optional<Picture> reference = references.isEmpty() ? Optional.empty() : Optional.of(references.get(i));
            Denoised one = denoise(frame, alike, reference, deadline);
            cleaned.add(alike.equals(options) ? one : one.alikeWithOthers());
        }
        return cleaned;
    }

    private Denoised denoise(
            NoisyPicture noisy, DenoiseOptions options, Optional<Picture> reference, Deadline deadline) {
        reference.ifPresent(clean -> Comparing.requireAlike(noisy.picture(), clean));
        long asked = System.nanoTime();
        DenoisingPlan plan = planner.plan(noisy, options);
        boolean untouched = plan.untouched() || options.strength() == 0;
        Denoiser.Cleaned cleaned = untouched
                ? new Denoiser.Cleaned(noisy.picture(), Duration.ZERO)
                : clean(noisy, plan, options, deadline);
        Timing timing = Timing.since(asked, cleaned.queue());
        deadline.check();
        return new Denoised(
                cleaned.picture(),
                plan.denoiser().name(),
                plan.denoiser().device(),
                plan.sigma(),
                plan.estimated(),
                untouched,
                plan.noise(),
                plan.notes(),
                Difference.between(noisy.values(), cleaned.picture()),
                reference.map(clean -> new Denoised.Reference(
                        Difference.between(noisy.values(), clean), Comparing.compare(cleaned.picture(), clean))),
                timing);
    }

    private static Denoiser.Cleaned clean(
            NoisyPicture noisy, DenoisingPlan plan, DenoiseOptions options, Deadline deadline) {
        Passes passes =
                Passes.of(options.strength(), options.chroma(), plan.denoiser().blind());
        OptionalDouble sigma = plan.sigma().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(plan.sigma().getAsDouble() * passes.sigmaTimes());
        Denoiser.Cleaned cleaned =
                plan.denoiser().clean(noisy, sigma, passes.shares().get(0), deadline);
        for (Shares shares : passes.shares().subList(1, passes.shares().size())) {
            Denoiser.Cleaned again = plan.denoiser().clean(NoisyPicture.of(cleaned.picture()), sigma, shares, deadline);
            cleaned = new Denoiser.Cleaned(again.picture(), cleaned.queue().plus(again.queue()));
        }
        return cleaned;
    }
}
