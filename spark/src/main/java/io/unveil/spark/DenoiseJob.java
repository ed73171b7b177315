package io.unveil.spark;

import io.unveil.cli.DenoiseFlags;
import io.unveil.inference.Models;
import io.unveil.model.Task;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoised;
import io.unveil.pipeline.denoise.Denoising;
import io.unveil.report.ReportDraft;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code denoise}: what the service's route of that name does, on a folder of any size. */
@Command(name = "denoise", description = "Cleans pictures of noise.")
final class DenoiseJob implements PictureJob, Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run;

    @Mixin
    private DenoiseFlags flags;

    @Override
    public Integer call() throws IOException {
        return new Run(this, spec).call();
    }

    @Override
    public void check() {
        flags.options();
    }

    @Override
    public RunOptions run() {
        return run;
    }

    @Override
    public Optional<String> model() {
        return flags.options().model();
    }

    @Override
    public Task task() {
        return Task.DENOISE;
    }

    @Override
    public Work work(Models models, RemoteFiles files) {
        DenoiseOptions options = flags.options();
        Denoising denoising = new Denoising(models);
        return (name, file) -> {
            Denoised done = denoising.denoise(file.picture(), options, Optional.empty());
            return new Made(Optional.of(done.picture()), ReportDraft.of(done, options));
        };
    }
}
