package io.unveil.cli;

import io.unveil.pipeline.Comparing;
import io.unveil.report.ErrorFigures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: the error between two pictures. */
@Command(
        name = "compare",
        description = "Prints MSE, MAE, PSNR (dB) and SSIM between two pictures of one size, in 8-bit levels.")
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "A picture.")
    private Path picture;

    @Parameters(index = "1", paramLabel = "B", description = "The picture to compare it with.")
    private Path reference;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ErrorFigures error = ErrorFigures.of(Comparing.compare(Pictures.read(picture), Pictures.read(reference)));
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.of(error) : Lines.error(error));
        out.flush();
        return 0;
    }
}
