package io.unveil.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.model.ModelFolder;
import io.unveil.pipeline.code.Coding;
import io.unveil.pipeline.code.Encoded;
import io.unveil.pipeline.code.Npy;
import io.unveil.report.Report;
import io.unveil.report.Stopwatch;
import io.unveil.report.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** The report on a code: the service's JSON answer without its numbers, and the files. */
    private record EncodedFile(
            String input,
            String output,
            String model,
            List<String> pipeline,
            String device,
            Report.Image image,
            List<Integer> shape,
            Map<String, Double> timing,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes) {
        @Override
        public String toString() {
            return "%s -> %s  %s, code of %s numbers%s"
                    .formatted(
                            input,
                            output,
                            model,
                            shape.stream().map(String::valueOf).collect(Collectors.joining(" x ")),
                            Lines.inBrackets(notes));
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

    private EncodedFile encode(Coding coding, Job job) throws IOException {
        Stopwatch watch = new Stopwatch();
        Picture picture = Pictures.read(job.in());
        Duration decode = watch.lap();
        Encoded done = coding.encode(picture, files.model(), Deadline.none());
        watch.lap();
        Files.createDirectories(job.out().toAbsolutePath().getParent());
        ModelFolder.writeWhole(job.out(), Npy.write(done.code()));
        return new EncodedFile(
                job.in().toString(),
                job.out().toString(),
                done.model(),
                done.steps(),
                done.device(),
                Report.Image.of(picture),
                done.code().shape(),
                Timings.of(decode, Duration.ZERO, done.timing(), watch.lap()).inMilliseconds(),
                Stream.concat(done.notes().stream(), picture.origin().notes().stream())
                        .toList());
    }
}
