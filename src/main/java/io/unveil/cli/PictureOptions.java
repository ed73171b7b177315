package io.unveil.cli;

import io.unveil.image.Picture;
import io.unveil.image.RejectedImage;
import io.unveil.inference.Refused;
import io.unveil.pipeline.InvalidParameter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** A picture that was made, and what is to be said of it: its text is a line, its components are what JSON says. */
    record Made(Picture picture, Record report) {}

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
        return Job.plan(inputs, output);
    }

    /** Makes, writes and reports all pictures; gives the exit code. */
    int run(List<Job> jobs, Work work) {
        List<Record> reports = new ArrayList<>();
        PrintWriter out = spec.commandLine().getOut();
        for (Job job : jobs) {
            make(job, work).ifPresent(report -> {
                reports.add(report);
                if (!json) {
                    out.println(report);
                    out.flush();
                }
            });
        }
        if (json) {
            out.println(Json.of(reports));
            out.flush();
        }
        return reports.size() == jobs.size() ? 0 : 1;
    }

    /** A picture that cannot be made is named on stderr, and the others are made nevertheless. */
    private Optional<Record> make(Job job, Work work) {
        try {
            Made made = work.on(job, Pictures.read(job.in()), reference(job));
            Pictures.write(job.out(), made.picture(), jpegQuality);
            return Optional.of(made.report());
        } catch (IOException | RejectedImage e) {
            complain(Errors.sentence(e));
        } catch (Refused e) {
            complain("%s: %s".formatted(job.in(), e.getMessage()));
        }
        return Optional.empty();
    }

    private Optional<Picture> reference(Job job) throws IOException {
        if (reference == null) {
            return Optional.empty();
        }
        return Optional.of(Pictures.read(Files.isDirectory(reference) ? reference.resolve(job.name()) : reference));
    }

    private void complain(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf("%s: %s%n", spec.qualifiedName(), sentence);
        err.flush();
    }
}
