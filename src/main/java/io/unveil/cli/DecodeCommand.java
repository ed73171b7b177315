package io.unveil.cli;

import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.code.Coding;
import io.unveil.pipeline.code.Decoded;
import io.unveil.pipeline.code.Npy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decode}: latent codes to pictures. */
@Command(name = "decode", description = "Makes pictures of latent codes, .npy files as encode writes them.")
final class DecodeCommand implements Callable<Integer> {
    @Mixin
    private EngineOptions engine;

    @Mixin
    private CodeOptions files;

    @Option(
            names = "--quality-jpeg",
            defaultValue = "95",
            description = "Quality of JPEG files, 1 to 100 (default: ${DEFAULT-VALUE}).")
    private int jpegQuality;

    /** What is said of a picture: the service's JSON answer, and the files. */
    private record Report(
            String input,
            String output,
            String model,
            String device,
            Reported.Image image,
            List<Integer> shape,
            Reported.Timing timing) {
        @Override
        public String toString() {
            return "%s -> %s  %s, %d x %d".formatted(input, output, model, image.width(), image.height());
        }
    }

    @Override
    public Integer call() throws IOException {
        if (jpegQuality < 1 || jpegQuality > 100) {
            throw new InvalidParameter("quality-jpeg", Integer.toString(jpegQuality), "a whole number from 1 to 100");
        }
        List<Job> jobs = files.jobs(Conversion.CODE_TO_PICTURE);
        try (Models models = engine.open()) {
            Coding coding = new Coding(models);
            return files.run(jobs, job -> decode(coding, job));
        }
    }

    private Report decode(Coding coding, Job job) throws IOException {
        Decoded done = coding.decode(Npy.read(Files.readAllBytes(job.in())), files.model(), Deadline.none());
        Pictures.write(job.out(), done.picture(), jpegQuality);
        return new Report(
                job.in().toString(),
                job.out().toString(),
                done.model(),
                done.device(),
                Reported.Image.of(done.picture()),
                done.code().shape(),
                Reported.Timing.of(done.timing()));
    }
}
