package io.unveil.cli;

import io.unveil.evaluation.Evaluation;
import io.unveil.evaluation.PairedEvaluation;
import io.unveil.evaluation.PairedSet;
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
                "with --model, or what the service chooses, --method, --quality and --beside."
            })
    private List<Path> folders = List.of();

    boolean isAsked() {
        return !folders.isEmpty();
    }

    Evaluation run(
            Models models,
            Optional<String> model,
            List<String> methods,
            NoiseOptions noise,
            Evaluation.Progress progress)
            throws IOException {
        if (folders.size() != 2) {
            throw new ParameterException(
                    spec.commandLine(), "--pairs takes two folders, once: the noisy pictures and the clean ones");
        }
        return PairedEvaluation.run(
                models,
                model,
                methods.stream().map(Method::parse).toList(),
                noise.quality(),
                noise.beside(),
                PairedSet.read(folders.get(0), folders.get(1)),
                progress);
    }
}
