package io.unveil.cli;

import io.unveil.inference.Models;
import io.unveil.pipeline.code.Reconstructed;
import io.unveil.pipeline.code.Reconstructing;
import io.unveil.report.ReportDraft;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reconstruct}: what the service's route of that name does, on files and folders. */
@Command(
        name = "reconstruct",
        description = "Sends pictures through an autoencoder and prints the reconstruction error of each.")
final class ReconstructCommand implements Callable<Integer> {
    @Mixin
    private EngineOptions engine;

    @Mixin
    private PictureOptions pictures;

    @Option(names = "--model", description = "Name of an autoencoder; may be left out where there is only one.")
    private @Nullable String model;

    @Override
    public Integer call() throws IOException {
        List<Job> jobs = pictures.jobs();
        try (Models models = engine.open()) {
            Reconstructing reconstructing = new Reconstructing(models);
            return pictures.run(jobs, (job, picture, reference) -> {
                Reconstructed done = reconstructing.reconstruct(picture, Optional.ofNullable(model), reference);
                return new PictureOptions.Made(
                        done.picture(),
                        ReportDraft.of(done),
                        report -> FileReport.of(job, report, Lines.reconstructed(report)));
            });
        }
    }
}
