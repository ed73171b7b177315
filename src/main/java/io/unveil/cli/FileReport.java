package io.unveil.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.unveil.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is said of one file: the service's JSON answer, after keys of the command's own.
 *
 * @param output the file that was written, if any
 * @param untouched of denoising: whether there was no noise to take away, so that the output is the input
 * @param shape of decoding: that of the code
 * @param line the same for people, without the files
 */
record FileReport(
        String input,
        Optional<String> output,
        Optional<Boolean> untouched,
        Optional<List<Integer>> shape,
        @JsonUnwrapped Report report,
        @JsonIgnore String line) {
    static FileReport of(Job job, Report report, String line) {
        return of(job.in(), Optional.of(job.out()), report, line);
    }

    static FileReport of(Path in, Optional<Path> out, Report report, String line) {
        return new FileReport(in.toString(), out.map(Path::toString), Optional.empty(), Optional.empty(), report, line);
    }

    FileReport withUntouched(boolean now) {
        return new FileReport(input, output, Optional.of(now), shape, report, line);
    }

    FileReport withShape(List<Integer> now) {
        return new FileReport(input, output, untouched, Optional.of(now), report, line);
    }

    @Override
    public String toString() {
        String frames = report.frames()
                .filter(figures -> figures.taken() > 1)
                .map(figures -> "  %d frames:".formatted(figures.taken()))
                .orElse("");
        return "%s%s%s  %s".formatted(input, output.map(" -> %s"::formatted).orElse(""), frames, line);
    }
}
