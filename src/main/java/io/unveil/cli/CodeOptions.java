package io.unveil.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Input and output files and the autoencoder; shared by encode and decode. */
final class CodeOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "IN", description = "Files, and folders of them (searched recursively).")
    private List<Path> inputs;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The file to write, or a folder, where names are kept except for their endings.")
    private Path output;

    @Option(names = "--model", description = "Name of an autoencoder; may be left out where there is only one.")
    private @Nullable String model;

    @Option(names = "--json", description = "Print one JSON array, one object per file.")
    private boolean json;

    Optional<String> model() {
        return Optional.ofNullable(model);
    }

    List<Job> jobs(Conversion conversion) throws IOException {
        return Job.plan(inputs, output, conversion);
    }

    int run(List<Job> jobs, Batch.Work<Job> work) {
        return new Batch(spec, json).run(jobs, work);
    }
}
