package io.unveil.cli;

import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.model.ModelFolder;
import io.unveil.pipeline.code.Coding;
import io.unveil.pipeline.code.Encoded;
import io.unveil.pipeline.code.Npy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code encode}: pictures to latent codes, in files as NumPy keeps arrays. */
@Command(
        name = "encode",
        description =
                "Writes the latent codes of pictures as .npy files: float32, (channels, height, width) or (channels).")
final class EncodeCommand implements Callable<Integer> {
    @Mixin
    private EngineOptions engine;

    @Mixin
    private CodeOptions files;

    /** What is said of a code: the service's JSON answer without its numbers, and the files. */
    private record Report(
            String input,
            String output,
            String model,
            List<String> pipeline,
            String device,
            Reported.Image image,
            List<Integer> shape,
            Reported.Timing timing,
            Optional<List<String>> notes) {
        @Override
        public String toString() {
            return "%s -> %s  %s, code of %s numbers%s"
                    .formatted(
                            input,
                            output,
                            model,
                            shape.stream().map(String::valueOf).collect(Collectors.joining(" x ")),
                            Reported.inBrackets(notes));
        }
    }

    @Override
    public Integer call() throws IOException {
        List<Job> jobs = files.jobs(Conversion.PICTURE_TO_CODE);
        try (Models models = engine.open()) {
            Coding coding = new Coding(models);
            return files.run(jobs, job -> encode(coding, job));
        }
    }

    private Report encode(Coding coding, Job job) throws IOException {
        Picture picture = Pictures.read(job.in());
        Encoded done = coding.encode(picture, files.model(), Deadline.none());
        Files.createDirectories(job.out().toAbsolutePath().getParent());
        ModelFolder.writeWhole(job.out(), Npy.write(done.code()));
        return new Report(
                job.in().toString(),
                job.out().toString(),
                done.model(),
                done.steps(),
                done.device(),
                Reported.Image.of(picture),
                done.code().shape(),
                Reported.Timing.of(done.timing()),
                Reported.notes(done.notes()));
    }
}
