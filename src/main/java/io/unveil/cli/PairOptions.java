package io.unveil.cli;

import io.unveil.evaluation.Evaluation;
import io.unveil.evaluation.PairStatistics;
import io.unveil.evaluation.PairedEvaluation;
import io.unveil.evaluation.PairedSet;
import io.unveil.file.Shard;
import io.unveil.inference.Models;
import io.unveil.pipeline.denoise.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Pictures with the noise of a real camera, and clean ones of the same scenes. */
final class PairOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--pairs",
            arity = "2",
            paramLabel = "DIR",
            description = {
                "Measure on real noise: two folders or .zip, first the noisy pictures, then clean ones of the same names;",
                "with --model, or what the service chooses, --method, --quality, --beside, and one --sigma for those that take it."
            })
    private List<Path> folders = List.of();

    @Option(names = "--statistics", description = "With --pairs: describe the noise of the pairs, and clean nothing.")
    private boolean statistics;

    boolean isAsked() {
        if (statistics && folders.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--statistics has no meaning without --pairs");
        }
        return !folders.isEmpty();
    }

    boolean isOfStatistics() {
        return statistics;
    }

    PairStatistics statistics() throws IOException {
        return PairStatistics.of(read(Shard.ALL));
    }

    Evaluation run(
            Models models,
            Optional<String> model,
            List<String> methods,
            NoiseOptions noise,
            Shard share,
            Evaluation.Progress progress)
            throws IOException {
        return PairedEvaluation.run(
                models,
                model,
                methods.stream().map(Method::parse).toList(),
                noise.pairSigma(),
                noise.quality(),
                noise.beside(),
                read(share),
                progress);
    }

    private PairedSet read(Shard share) throws IOException {
        if (folders.size() != 2) {
            throw new ParameterException(
                    spec.commandLine(), "--pairs takes two folders, once: the noisy pictures and the clean ones");
        }
        return PairedSet.read(folders.get(0), folders.get(1), share);
    }
}
