package io.unveil.cli;

import io.unveil.degradation.Noise;
import io.unveil.image.Picture;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code degrade}: pictures spoiled on purpose, to try cleaning on. */
@Command(
        name = "degrade",
        description =
                "Adds noise to pictures, from a seed; clipped and rounded to the picture's own depth, as files have it.")
final class DegradeCommand implements Callable<Integer> {
    private static final int JPEG_QUALITY = 100; // the noise asked for, and as little else as can be

    @Spec
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
            description = "The file to write, or the folder where there are several.")
    private Path output;

    @Option(names = "--noise", required = true, paramLabel = "KIND:AMOUNT", description = Noise.FORMS)
    private String noise;

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "Picture number i, from 0, is spoiled from seed + i (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        Noise spoiler = parsed();
        PrintWriter out = spec.commandLine().getOut();
        List<Job> jobs = Job.plan(inputs, output, Conversion.PICTURE_TO_PICTURE);
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            Picture clean = Pictures.read(job.in());
            Pictures.write(job.out(), clean.with(spoiler.addTo(clean.pixels(), seed + i)), JPEG_QUALITY);
            out.printf("%s -> %s  %s, seed %d%n", job.in(), job.out(), noise, seed + i);
            out.flush();
        }
        return 0;
    }

    private Noise parsed() {
        try {
            return Noise.parse(noise);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
