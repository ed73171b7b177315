package io.unveil.cli;

import io.unveil.image.Picture;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.report.Report;
import io.unveil.report.ReportDraft;
import io.unveil.report.Stopwatch;
import io.unveil.report.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which pictures become which, and how it is told; the same in every command that makes pictures of pictures. */
final class PictureOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "IN",
            description = "Pictures, and folders of them (searched recursively).")
    private List<Path> inputs;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description =
                    "The file to write, in the format that its name ends like, or a folder, where names and formats are kept.")
    private Path output;

    @Option(
            names = "--reference",
            description = "The picture as it should be, or a folder of them under the names of the inputs.")
    private @Nullable Path reference;

    @Option(
            names = "--quality-jpeg",
            defaultValue = "95",
            description = "Quality of JPEG files, 1 to 100 (default: ${DEFAULT-VALUE}).")
    private int jpegQuality;

    @Option(names = "--json", description = "Print one JSON array, an object a picture.")
    private boolean json;

    /** A picture that was made, and what is to be said of it once it is written. */
    record Made(Picture picture, ReportDraft draft, Function<Report, FileReport> report) {}

    /** Makes one picture of another. */
    @FunctionalInterface
    interface Work {
        Made on(Job job, Picture picture, Optional<Picture> reference) throws IOException;
    }

    /** What is to be made; throws {@link InvalidParameter} before anything is. */
    List<Job> jobs() throws IOException {
        if (jpegQuality < 1 || jpegQuality > 100) {
            throw new InvalidParameter("quality-jpeg", Integer.toString(jpegQuality), "a whole number from 1 to 100");
        }
        return Job.plan(inputs, output, Conversion.PICTURE_TO_PICTURE);
    }

    /** Makes, writes and reports all pictures; gives the exit code. */
    int run(List<Job> jobs, Work work) {
        return new Batch(spec, json).run(jobs, job -> {
            Stopwatch watch = new Stopwatch();
            Picture picture = Pictures.read(job.in());
            Optional<Picture> reference = reference(job);
            Duration decode = watch.lap();
            Made made = work.on(job, picture, reference);
            watch.lap();
            Pictures.write(job.out(), made.picture(), jpegQuality);
            Timings timings = Timings.of(decode, Duration.ZERO, made.draft().timing(), watch.lap());
            return made.report().apply(made.draft().report(timings, Optional.empty()));
        });
    }

    private Optional<Picture> reference(Job job) throws IOException {
        if (reference == null) {
            return Optional.empty();
        }
        return Optional.of(Pictures.read(Files.isDirectory(reference) ? reference.resolve(job.name()) : reference));
    }
}
