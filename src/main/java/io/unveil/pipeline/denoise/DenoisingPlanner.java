package io.unveil.pipeline.denoise;

import io.unveil.degradation.description.NoiseDescription;
import io.unveil.degradation.description.NoiseKind;
import io.unveil.degradation.noise.NoiseLevel;
import io.unveil.image.Picture;
import io.unveil.image.Source;
import io.unveil.image.Turn;
import io.unveil.model.ShippedModels;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.ParameterText;
import io.unveil.pipeline.TaskModels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Decides what cleans a picture: the caller's model, or the one that is made for the noise that the picture has. White
 * noise of one strength goes to a model that is given sigma, all other noise to the blind model for photographs, and a
 * clean picture to none.
 */
final class DenoisingPlanner {
    /** The largest sigma for networks. */
    private static final double LARGEST = 100;

    private static final int MOST_LOOKED_AT = 9;

    private final TaskModels denoisers;
    private final Function<Source, NoiseDescription> describer;

    DenoisingPlanner(TaskModels denoisers, Function<Source, NoiseDescription> describer) {
        this.denoisers = denoisers;
        this.describer = describer;
    }

    /** Throws {@link io.unveil.inference.RefusedRequest} and {@link InvalidParameter}, as {@link Denoising} says. */
    DenoisingPlan plan(NoisyPicture noisy, DenoiseOptions options) {
        boolean choosing = options.method() == Method.MODEL && options.model().isEmpty();
        if (options.sigma() instanceof Sigma.Known known) {
            return known(noisy, options, known.levels(), choosing);
        }
        if (choosing) {
            return chosen(noisy.picture(), options, describer.apply(noisy.values()));
        }
        return named(noisy, options);
    }

    /**
     * Options that do to all pictures what the middle one of them asks for: the one whose noise is the median of some,
     * evenly apart. The same options where nothing is left to the pictures.
     */
    DenoiseOptions settled(List<Picture> pictures, DenoiseOptions options) {
        if (options.sigma() instanceof Sigma.Known) {
            return options;
        }
        List<DenoisingPlan> plans = new ArrayList<>();
        int looked = Math.min(pictures.size(), MOST_LOOKED_AT);
        for (int i = 0; i < looked; i++) {
            plans.add(plan(NoisyPicture.of(pictures.get(i * pictures.size() / looked)), options));
        }
        plans.sort(Comparator.comparingDouble(plan ->
                plan.untouched() ? 0 : plan.noise().map(NoiseDescription::sigma).orElse(0.)));
        DenoisingPlan middle = plans.get(plans.size() / 2);
        boolean blind = middle.denoiser().blind();
        return new DenoiseOptions(
                blind
                        ? new Sigma.Auto()
                        : new Sigma.Known(
                                middle.untouched() ? 0 : middle.sigma().getAsDouble()),
                options.method() == Method.MODEL ? Optional.of(middle.denoiser().name()) : options.model(),
                options.strength(),
                options.chroma(),
                options.quality(),
                options.method());
    }

    /** By the caller's sigma. */
    private DenoisingPlan known(NoisyPicture noisy, DenoiseOptions options, double sigma, boolean choosing) {
        Denoiser denoiser = choosing
                ? network(usual(noisy.picture(), options), noisy.picture(), options)
                : asked(noisy.picture(), options);
        if (denoiser.blind()) {
            throw new InvalidParameter(
                    "sigma",
                    ParameterText.plain(sigma),
                    "only 'auto' with model '%s', which finds the noise by itself; models that take sigma are %s"
                            .formatted(denoiser.name(), String.join(", ", denoisers.seeing())));
        }
        Optional<NoiseDescription> noise = ofFile(noisy);
        List<String> notes = noise.filter(found -> choosing && !fitsWhiteModel(found) && found.kind() != NoiseKind.NONE)
                .map(found -> List.of("the noise does not look white (%s): without sigma, %s would be chosen"
                        .formatted(found.words(), ShippedModels.DENOISE_PHOTO)))
                .orElse(List.of());
        return new DenoisingPlan(noise, denoiser, OptionalDouble.of(sigma), false, sigma == 0, notes);
    }

    /** By the caller's model or method, with the sigma that the picture shows. */
    private DenoisingPlan named(NoisyPicture noisy, DenoiseOptions options) {
        Denoiser denoiser = asked(noisy.picture(), options);
        if (denoiser.blind()) {
            return new DenoisingPlan(ofFile(noisy), denoiser, OptionalDouble.empty(), false, false, List.of());
        }
        NoiseDescription noise = describer.apply(noisy.values());
        return bySigma(denoiser, noise, noise.white(), List.of()); // the caller chose: its sigma is that of white noise
    }

    private DenoisingPlan chosen(Picture picture, DenoiseOptions options, NoiseDescription noise) {
        String usual = usual(picture, options);
        if (noise.kind() == NoiseKind.NONE || fitsWhiteModel(noise)) {
            Denoiser denoiser = network(usual, picture, options);
            return bySigma(denoiser, noise, noise.kind() == NoiseKind.NONE ? List.of() : List.of(why(denoiser, noise)));
        }
        if (denoisers.has(ShippedModels.DENOISE_PHOTO)) {
            Denoiser photo = network(ShippedModels.DENOISE_PHOTO, picture, options);
            return new DenoisingPlan(
                    Optional.of(noise),
                    photo,
                    OptionalDouble.empty(),
                    true,
                    false,
                    notes(noise, List.of(why(photo, noise))));
        }
        Denoiser standIn = network(usual, picture, options);
        return bySigma(
                standIn,
                noise,
                List.of("%s, which is made for such noise, is not among the models: %s stands in"
                        .formatted(ShippedModels.DENOISE_PHOTO, standIn.name())));
    }

    private static String why(Denoiser denoiser, NoiseDescription noise) {
        return "%s was chosen for %s".formatted(denoiser.name(), noise.words());
    }

    /** With the sigma that the picture shows; left as it is where nobody could see that much. */
    private static DenoisingPlan bySigma(Denoiser denoiser, NoiseDescription noise, List<String> notes) {
        return switch (noise.kind()) {
            case NONE -> bySigma(denoiser, noise, 0, notes);
            case CAMERA -> bySigma(denoiser, noise, noise.sigma(), notes);
            default -> bySigma(denoiser, noise, noise.white(), notes);
        };
    }

    private static DenoisingPlan bySigma(Denoiser denoiser, NoiseDescription noise, double level, List<String> notes) {
        double sigma = Math.min(LARGEST, level);
        return new DenoisingPlan(
                Optional.of(noise),
                denoiser,
                OptionalDouble.of(sigma),
                true,
                sigma < NoiseLevel.VISIBLE,
                notes(noise, notes));
    }

    private static List<String> notes(NoiseDescription noise, List<String> chosen) {
        List<String> all = new ArrayList<>(chosen);
        all.addAll(noise.unsure());
        return all;
    }

    private static boolean fitsWhiteModel(NoiseDescription noise) {
        return noise.kind() == NoiseKind.WHITE;
    }

    /** Values that no file can hold are those of a measurement, whose noise is known. */
    private Optional<NoiseDescription> ofFile(NoisyPicture noisy) {
        return noisy.clipped() ? Optional.of(describer.apply(noisy.values())) : Optional.empty();
    }

    private Denoiser asked(Picture picture, DenoiseOptions options) {
        return switch (options.method()) {
            case NLM -> new NonLocalMeans();
            case MODEL -> network(options.model().orElseThrow(), picture, options);
        };
    }

    private Denoiser network(String model, Picture picture, DenoiseOptions options) {
        List<Turn> turns = options.prefers(Quality.BEST) ? Turn.ALL : Turn.ALL.subList(0, 1);
        return new NetworkDenoiser(denoisers.require(model, picture), turns);
    }

    /** The model for white noise. */
    private String usual(Picture picture, DenoiseOptions options) {
        boolean gray = picture.channels() == 1;
        String usual = gray ? ShippedModels.DENOISE_GRAY : ShippedModels.DENOISE_COLOR;
        String fast = gray ? ShippedModels.DENOISE_GRAY_FAST : ShippedModels.DENOISE_COLOR_FAST;
        List<String> shipped = options.prefers(Quality.FAST) ? List.of(fast, usual) : List.of(usual);
        return denoisers.fitting(shipped, picture).orElse(usual);
    }
}
