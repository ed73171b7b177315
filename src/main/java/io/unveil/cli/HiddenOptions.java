package io.unveil.cli;

import io.unveil.degradation.occlusion.Occlusion;
import io.unveil.evaluation.Evaluation;
import io.unveil.evaluation.OcclusionEvaluation;
import io.unveil.evaluation.TestSet;
import io.unveil.inference.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The occlusions that an autoencoder must remove, without knowing where they are. */
final class HiddenOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--holes",
            split = ",",
            paramLabel = "KIND",
            description =
                    "Measure an autoencoder that removes occlusions: their kinds, such as rectangles, bars, glasses; the other methods know where they are.")
    private List<String> holes = List.of();

    @Option(
            names = "--mean-of",
            paramLabel = "DIR",
            description = "With --holes and method mean: the pictures whose mean is taken.")
    private @Nullable Path meanOf;

    boolean isAsked() {
        if (holes.isEmpty() && meanOf != null) {
            throw new ParameterException(spec.commandLine(), "--mean-of has no meaning without --holes");
        }
        return !holes.isEmpty();
    }

    Evaluation run(
            Models models, String model, List<String> methods, Path data, long seed, Evaluation.Progress progress)
            throws IOException {
        requireKnown();
        if (methods.contains(OcclusionEvaluation.MEAN) && meanOf == null) {
            throw new ParameterException(
                    spec.commandLine(), "--method mean needs --mean-of, the pictures whose mean is taken");
        }
        Optional<TestSet> others = meanOf == null ? Optional.empty() : Optional.of(TestSet.read(meanOf));
        return OcclusionEvaluation.run(models, model, holes, methods, TestSet.read(data), others, seed, progress);
    }

    private void requireKnown() {
        try {
            holes.forEach(Occlusion::parse);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
