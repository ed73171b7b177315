package io.unveil.cli;

import io.unveil.image.Picture;
import io.unveil.image.RejectedImage;
import io.unveil.inference.Models;
import io.unveil.inference.Refused;
import io.unveil.pipeline.DenoiseWish;
import io.unveil.pipeline.Denoised;
import io.unveil.pipeline.Denoising;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.Method;
import io.unveil.pipeline.Quality;
import io.unveil.pipeline.Sigma;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code denoise}: what the service's route of that name does, on files and folders. */
@Command(name = "denoise", description = "Cleans pictures of noise and prints the reconstruction error of each.")
final class DenoiseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineOptions engine;

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
            names = "--sigma",
            defaultValue = "auto",
            description = "Noise level in 8-bit levels, 0 to 100, or auto (default: ${DEFAULT-VALUE}).")
    private String sigma;

    @Option(names = "--model", description = "Name of a model; without it the one that fits each picture.")
    private @Nullable String model;

    @Option(
            names = "--strength",
            defaultValue = "1",
            description = "Share of the noise that is taken away, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private String strength;

    @Option(
            names = "--quality",
            defaultValue = "fast",
            description = "fast, or best: eight times the work for about 0.1 dB (default: ${DEFAULT-VALUE}).")
    private String quality;

    @Option(
            names = "--method",
            defaultValue = "model",
            description = "model, or nlm: non-local means, to compare with (default: ${DEFAULT-VALUE}).")
    private String method;

    @Option(
            names = "--reference",
            description = "The clean picture, or a folder of them under the names of the noisy ones.")
    private @Nullable Path reference;

    @Option(
            names = "--quality-jpeg",
            defaultValue = "95",
            description = "Quality of JPEG files, 1 to 100 (default: ${DEFAULT-VALUE}).")
    private int jpegQuality;

    @Option(names = "--json", description = "Print one JSON array, an object a picture.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        DenoiseWish wish = wish();
        List<Job> jobs = Job.plan(inputs, output);
        List<DenoiseReport> reports = new ArrayList<>();
        PrintWriter out = spec.commandLine().getOut();
        try (Models models = engine.open()) {
            Denoising denoising = new Denoising(models);
            for (Job job : jobs) {
                clean(job, wish, denoising).ifPresent(report -> {
                    reports.add(report);
                    if (!json) {
                        out.println(report);
                        out.flush();
                    }
                });
            }
        }
        if (json) {
            out.println(Json.of(reports));
            out.flush();
        }
        return reports.size() == jobs.size() ? 0 : 1;
    }

    private DenoiseWish wish() {
        if (jpegQuality < 1 || jpegQuality > 100) {
            throw new InvalidParameter("quality-jpeg", Integer.toString(jpegQuality), "a whole number from 1 to 100");
        }
        return new DenoiseWish(
                Sigma.parse(sigma),
                Optional.ofNullable(model),
                DenoiseWish.parseStrength(strength),
                Quality.parse(quality),
                Method.parse(method));
    }

    /** A picture that cannot be cleaned is named on stderr, and the others are cleaned nevertheless. */
    private Optional<DenoiseReport> clean(Job job, DenoiseWish wish, Denoising denoising) {
        try {
            Picture noisy = Pictures.read(job.in());
            Denoised denoised = denoising.denoise(noisy, wish, clean(job));
            Pictures.write(job.out(), denoised.picture(), jpegQuality);
            return Optional.of(DenoiseReport.of(job, denoised, wish));
        } catch (IOException | RejectedImage e) {
            complain(Errors.sentence(e));
        } catch (Refused e) {
            complain("%s: %s".formatted(job.in(), e.getMessage()));
        }
        return Optional.empty();
    }

    private Optional<Picture> clean(Job job) throws IOException {
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
