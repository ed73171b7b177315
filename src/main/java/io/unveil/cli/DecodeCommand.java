package io.unveil.cli;

import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.pipeline.code.Coding;
import io.unveil.pipeline.code.Decoded;
import io.unveil.pipeline.code.LatentCode;
import io.unveil.pipeline.code.Npy;
import io.unveil.report.Report;
import io.unveil.report.ReportDraft;
import io.unveil.report.Stopwatch;
import io.unveil.report.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code decode}: latent codes to pictures. */
@Command(name = "decode", description = "Decodes latent codes, .npy files as encode writes them, to pictures.")
final class DecodeCommand implements Callable<Integer> {
    @Mixin
    private EngineOptions engine;

    @Mixin
    private CodeOptions files;

    @Mixin
    private WriteFlags writing;

    @Override
    public Integer call() throws IOException {
        writing.options();
        List<Job> jobs = files.jobs(Conversion.CODE_TO_PICTURE);
        try (Models models = engine.open()) {
            Coding coding = new Coding(models);
            return files.run(jobs, job -> decode(coding, job));
        }
    }

    private FileReport decode(Coding coding, Job job) throws IOException {
        Stopwatch watch = new Stopwatch();
        LatentCode code = Npy.read(Files.readAllBytes(job.in()));
        Duration decode = watch.lap();
        Decoded done = coding.decode(code, files.model(), Deadline.none());
        watch.lap();
        Pictures.write(job.out(), done.picture(), writing.options());
        Timings timings = Timings.of(decode, Duration.ZERO, done.timing(), watch.lap());
        Report report = ReportDraft.of(done).report(timings, Optional.empty());
        return FileReport.of(job, report, Lines.decoded(report)).withShape(code.shape());
    }
}
