package io.unveil.cli;

import io.unveil.evaluation.Condition;
import io.unveil.evaluation.Protocol;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.denoise.Method;
import io.unveil.pipeline.denoise.Quality;
import io.unveil.pipeline.denoise.Sigma;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The noise for measuring a denoiser, and what the denoiser is given about it. */
final class NoiseOptions {
    static final List<String> NAMES = List.of("--sigma", "--noise", "--input", "--blind", "--quality", "--beside");

    /** The list of noises for measuring blind models. */
    private static final String MIXTURES = "mixtures";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--sigma",
            split = ",",
            defaultValue = "15,25,50",
            description = "Levels of Gaussian noise, 0 to 100, in 8-bit levels (default: ${DEFAULT-VALUE}).")
    private List<Double> sigmas;

    @Option(
            names = "--noise",
            split = ",",
            paramLabel = "KIND",
            description =
                    "One or several with commas: gaussian, with --sigma; KIND:AMOUNT as in degrade, whose level is then estimated; mixtures, a list of such (default: gaussian; mixtures for a blind model).")
    private List<String> kinds = List.of();

    @Option(
            names = "--input",
            description =
                    "float: noise unclipped, as in the literature; 8bit: clipped and rounded, as in files (default: float; 8bit with mixtures).")
    private @Nullable String input;

    @Option(names = "--blind", description = "Let sigma be estimated instead of given; always so with a blind model.")
    private boolean blind;

    @Option(names = "--quality", description = "Of a denoiser: best makes eight passes; fast and the default make one.")
    private @Nullable String quality;

    @Option(
            names = "--beside",
            split = ",",
            paramLabel = "MODEL",
            description =
                    "Other models to measure beside a denoiser, one or several with commas, on the same noisy pictures.")
    private List<String> beside = List.of();

    /**
     * @param model empty = what the service chooses
     * @param blindModel whether the model takes no sigma; then the methods beside it get none either
     */
    Protocol protocol(Optional<String> model, boolean blindModel, List<Method> methods, long seed) {
        List<String> asked = kinds.isEmpty() ? List.of(usual(blindModel)) : kinds;
        return new Protocol(
                model, conditions(asked), input(asked), blind || blindModel, methods, quality(), beside, seed);
    }

    /** Of pairs: the one level that was given, or what is estimated. */
    Sigma pairSigma() {
        if (!spec.commandLine().getParseResult().hasMatchedOption("--sigma")) {
            return new Sigma.Auto();
        }
        if (sigmas.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(), "--sigma takes one level with --pairs, was %s".formatted(sigmas));
        }
        return new Sigma.Known(sigmas.get(0));
    }

    Optional<Quality> quality() {
        return Optional.ofNullable(quality).map(Quality::parse);
    }

    List<String> beside() {
        return beside;
    }

    private String usual(boolean blindModel) {
        boolean sigmaGiven = spec.commandLine().getParseResult().hasMatchedOption("--sigma");
        return blindModel && !sigmaGiven ? MIXTURES : "gaussian";
    }

    private List<Condition> conditions(List<String> asked) {
        try {
            return asked.stream().flatMap(this::conditions).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Stream<Condition> conditions(String kind) {
        return switch (kind) {
            case "gaussian" -> sigmas.stream().map(Condition::gaussian);
            case MIXTURES -> Condition.MIXTURES.stream();
            default -> Stream.of(Condition.of(kind));
        };
    }

    private Protocol.Input input(List<String> asked) {
        if (input == null) {
            return asked.contains(MIXTURES) ? Protocol.Input.EIGHT_BIT : Protocol.Input.FLOAT;
        }
        return switch (input) {
            case "float" -> Protocol.Input.FLOAT;
            case "8bit" -> Protocol.Input.EIGHT_BIT;
            default -> throw new InvalidParameter("input", input, "'float' or '8bit'");
        };
    }
}
