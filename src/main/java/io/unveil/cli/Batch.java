package io.unveil.cli;

import io.unveil.image.codec.RejectedImage;
import io.unveil.inference.RefusedRequest;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.code.UnreadableCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The files of a command, processed and reported one after the other.
 *
 * @param json whether all are reported together, as one JSON array
 */
record Batch(CommandSpec spec, boolean json) {
    /** Works on one file. The report's text is one line; its components are its JSON. */
    @FunctionalInterface
    interface Work<J> {
        Record make(J job) throws IOException;
    }

    /** Gives the exit code. */
    int run(List<Job> jobs, Work<Job> work) {
        return run(jobs, Job::in, work);
    }

    /**
     * The same for any work on files.
     *
     * @param in the file that an error message names
     */
    <J> int run(List<J> jobs, Function<J, Path> in, Work<J> work) {
        List<Record> reports = new ArrayList<>();
        PrintWriter out = spec.commandLine().getOut();
        for (J job : jobs) {
            make(job, in, work).ifPresent(report -> {
                reports.add(report);
                if (!json) {
                    out.println(Printable.line(report.toString()));
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

    /** Names the files of folders that are left out because of their names. */
    void nameSkipped(List<Path> inputs, Path output, Conversion conversion) throws IOException {
        for (Path file : Job.skipped(inputs, output, conversion)) {
            complain("%s is left out: its name does not end like that of a %s".formatted(file, conversion.taken()));
        }
    }

    /** A file that cannot be made is named on stderr, and the others are made nevertheless. */
    private <J> Optional<Record> make(J job, Function<J, Path> in, Work<J> work) {
        try {
            return Optional.of(work.make(job));
        } catch (IOException | RejectedImage e) {
            complain(Errors.sentence(e));
        } catch (InvalidPathException e) {
            complain("%s: its name has letters that this locale cannot write; set LC_ALL=C.UTF-8"
                    .formatted(in.apply(job)));
        } catch (RefusedRequest | UnreadableCode e) {
            complain("%s: %s".formatted(in.apply(job), e.getMessage()));
        } catch (InvalidParameter e) { // the command's, not the file's
            throw e;
        } catch (RuntimeException e) { // what one file does must not end the others
            complain("%s: %s".formatted(in.apply(job), Errors.sentence(e)));
        } catch (OutOfMemoryError | StackOverflowError e) {
            complain("%s needs more memory than there is (java -Xmx…, now %d MiB)"
                    .formatted(in.apply(job), Runtime.getRuntime().maxMemory() >> 20));
        }
        return Optional.empty();
    }

    private void complain(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf("%s: %s%n", spec.qualifiedName(), Printable.line(sentence));
        err.flush();
    }
}
