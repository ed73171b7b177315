package io.unveil.cli;

import io.unveil.inference.Models;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoised;
import io.unveil.pipeline.denoise.Denoising;
import io.unveil.report.Report;
import io.unveil.report.ReportDraft;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code denoise}: what the service's route of that name does, on files and folders. */
@Command(name = "denoise", description = "Cleans pictures of noise and prints the reconstruction error of each.")
final class DenoiseCommand implements Callable<Integer> {
    @Mixin
    private EngineOptions engine;

    @Mixin
    private PictureOptions pictures;

    @Mixin
    private DenoiseFlags flags;

    @Override
    public Integer call() throws IOException {
        DenoiseOptions options = flags.options();
        List<Job> jobs = pictures.jobs();
        try (Models models = engine.open()) {
            Denoising denoising = new Denoising(models);
            return pictures.run(jobs, (job, noisy, reference) -> {
                Denoised denoised = denoising.denoise(noisy, options, reference);
                return new PictureOptions.Made(
                        denoised.picture(), ReportDraft.of(denoised, options), report -> report(job, denoised, report));
            });
        }
    }

    private static FileReport report(Job job, Denoised denoised, Report report) {
        String line = Lines.denoised(report, denoised);
        return FileReport.of(job, report, line).withUntouched(denoised.untouched());
    }
}
