package io.unveil.cli;

import io.unveil.file.Shard;
import io.unveil.image.Picture;
import io.unveil.image.codec.PictureFile;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Input and output pictures and the kind of report; the same in every command that makes pictures from pictures. */
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
                    "The file to write, in the format of its name's ending, or a folder, where names and formats are kept.")
    private Path output;

    @Option(names = "--reference", description = "The true picture, or a folder of them under the names of the inputs.")
    private @Nullable Path reference;

    @Mixin
    private WriteFlags writing;

    @Mixin
    private ShardOption shard;

    @Option(names = "--json", description = "Print one JSON array, one object per picture.")
    private boolean json;

    /** A picture that was made, and what is to be said of it once it is written. */
    record Made(Picture picture, ReportDraft draft, Function<Report, FileReport> report) {}

    /** Makes one picture from another. */
    @FunctionalInterface
    interface Work {
        Made on(Job job, Picture picture, Optional<Picture> reference) throws IOException;
    }

    /** The jobs; throws {@link InvalidParameter} before any work. */
    List<Job> jobs() throws IOException {
        writing.options();
        Shard share = shard.shard();
        List<Job> jobs = Job.plan(inputs, output, Conversion.PICTURE_TO_PICTURE);
        new Batch(spec, json).nameSkipped(inputs, output, Conversion.PICTURE_TO_PICTURE);
        return jobs.stream().filter(job -> share.has(job.name())).toList();
    }

    /** Makes, writes and reports all pictures; gives the exit code. */
    int run(List<Job> jobs, Work work) {
        return new Batch(spec, json).run(jobs, job -> {
            Stopwatch watch = new Stopwatch();
            PictureFile file = Pictures.readFile(job.in());
            Optional<Picture> reference = reference(job);
            Duration decode = watch.lap();
            Made made = work.on(job, file.picture(), reference);
            watch.lap();
            List<String> losses = Pictures.write(job, file, made.picture(), writing.options());
            Timings timings = Timings.of(decode, Duration.ZERO, made.draft().timing(), watch.lap());
            return made.report().apply(made.draft().noting(losses).report(timings, Optional.empty()));
        });
    }

    private Optional<Picture> reference(Job job) throws IOException {
        if (reference == null) {
            return Optional.empty();
        }
        return Optional.of(Pictures.read(Files.isDirectory(reference) ? reference.resolve(job.name()) : reference));
    }
}
