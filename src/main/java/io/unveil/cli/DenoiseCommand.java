package io.unveil.cli;

import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoised;
import io.unveil.pipeline.denoise.Denoising;
import io.unveil.pipeline.denoise.Method;
import io.unveil.pipeline.denoise.Quality;
import io.unveil.pipeline.denoise.Sigma;
import io.unveil.report.Report;
import io.unveil.report.ReportDraft;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code denoise}: what the service's route of that name does, on files and folders. */
@Command(name = "denoise", description = "Cleans pictures of noise and prints the reconstruction error of each.")
final class DenoiseCommand implements Callable<Integer> {
    @Mixin
    private EngineOptions engine;

    @Mixin
    private PictureOptions pictures;

    @Option(
            names = "--sigma",
            defaultValue = "auto",
            description =
                    "Noise level in 8-bit levels, 0 to 100, or auto; a blind model takes only auto (default: ${DEFAULT-VALUE}).")
    private String sigma;

    @Option(
            names = "--model",
            description =
                    "Name of a model (default: the one for the noise that each picture has; pictures without noise are left as they are).")
    private @Nullable String model;

    @Option(
            names = "--strength",
            defaultValue = "1",
            description =
                    "How much of the noise is removed, 0 to 2: 1 what is found, more where that leaves some (default: ${DEFAULT-VALUE}).")
    private String strength;

    @Option(
            names = "--chroma",
            defaultValue = "1",
            description =
                    "The same for the noise of the colours alone, 0 to 2, in units of the strength (default: ${DEFAULT-VALUE}).")
    private String chroma;

    @Option(
            names = "--quality",
            description =
                    "fast: a small model, unless one is named; best: eight times the work for about 0.1 dB (default: one pass of the usual model).")
    private @Nullable String quality;

    @Option(
            names = "--method",
            defaultValue = "model",
            description = "model, or nlm: non-local means, to compare with (default: ${DEFAULT-VALUE}).")
    private String method;

    @Override
    public Integer call() throws IOException {
        DenoiseOptions options = new DenoiseOptions(
                Sigma.parse(sigma),
                Optional.ofNullable(model),
                DenoiseOptions.parseStrength(strength),
                DenoiseOptions.parseChroma(chroma),
                Optional.ofNullable(quality).map(Quality::parse),
                Method.parse(method));
        List<Job> jobs = pictures.jobs();
        try (Models models = engine.open()) {
            Denoising denoising = new Denoising(models);
            return pictures.run(
                    jobs,
                    (job, noisy, reference) -> made(job, denoising.denoise(noisy, options, reference), options),
                    (job, frames, references) ->
                            denoising.denoiseAlike(frames, options, references, Deadline.none()).stream()
                                    .map(done -> made(job, done, options))
                                    .toList());
        }
    }

    private static PictureOptions.Made made(Job job, Denoised denoised, DenoiseOptions options) {
        return new PictureOptions.Made(
                denoised.picture(), ReportDraft.of(denoised, options), report -> report(job, denoised, report));
    }

    private static FileReport report(Job job, Denoised denoised, Report report) {
        String line = Lines.denoised(report, denoised);
        return FileReport.of(job, report, line).withUntouched(denoised.untouched());
    }
}
