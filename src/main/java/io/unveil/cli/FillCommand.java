package io.unveil.cli;

import io.unveil.image.codec.PictureFolder;
import io.unveil.inference.Models;
import io.unveil.pipeline.fill.FillMethod;
import io.unveil.pipeline.fill.FillOptions;
import io.unveil.pipeline.fill.Filled;
import io.unveil.pipeline.fill.Filling;
import io.unveil.pipeline.fill.MaskSource;
import io.unveil.pipeline.fill.Regions;
import io.unveil.report.ReportDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fill}: what the service's route of that name does, on files and folders. */
@Command(
        name = "fill",
        description = "Fills what hides pictures: text, scratches, objects. All around it is kept bit for bit.")
final class FillCommand implements Callable<Integer> {
    @Mixin
    private EngineOptions engine;

    @Mixin
    private PictureOptions pictures;

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @Option(names = "--invert", description = "Fill all that the mask leaves out.")
    private boolean invert;

    @Option(
            names = "--grow",
            defaultValue = "0",
            description = "Pixels by which the hole is widened on all sides, 0 to 500 (default: ${DEFAULT-VALUE}).")
    private String grow;

    @Option(
            names = "--feather",
            defaultValue = "0",
            description =
                    "Pixels from the rim of the hole inwards over which the fill passes into what was there, 0 to 100 (default: ${DEFAULT-VALUE}).")
    private String feather;

    @Option(names = "--model", description = "Name of a model; without it the one that fits picture and mask.")
    private @Nullable String model;

    @Option(
            names = "--method",
            defaultValue = "auto",
            description =
                    "auto: the model, and patches where a hole is wide, or harmonic where there is no model; model; exemplar: patches from elsewhere in the picture; telea, navier-stokes, push-pull, harmonic: to compare with (default: ${DEFAULT-VALUE}).")
    private String method;

    /** Where the hole is told from: one of the two. */
    static final class Where {
        @Option(
                names = "--mask",
                paramLabel = "FILE|DIR|alpha",
                description =
                        "A picture of the same size, white where it is to be filled; a folder of them under the inputs' names, whatever their endings; or alpha: what is transparent.")
        private @Nullable String mask;

        @Option(
                names = "--region",
                paramLabel = "JSON",
                description =
                        "A list of rectangles {\"x\", \"y\", \"width\", \"height\"} and polygons {\"polygon\": [[x, y], ...]}.")
        private @Nullable String region;

        /** Of one picture; throws {@link NoSuchFileException} where a folder of masks has none for it. */
        MaskSource of(Job job) throws IOException {
            if (region != null) {
                return Regions.parse(region);
            }
            String word = String.valueOf(mask); // one of the two is there
            if (word.equals("alpha")) {
                return new MaskSource.Alpha();
            }
            Path file = Path.of(word);
            return MaskSource.Drawn.by(
                    Pictures.read(Files.isDirectory(file) ? PictureFolder.sameStem(file, job.name()) : file));
        }
    }

    @Override
    public Integer call() throws IOException {
        List<Job> jobs = pictures.jobs();
        try (Models models = engine.open()) {
            Filling filling = new Filling(models);
            return pictures.run(jobs, (job, picture, reference) -> {
                FillOptions wish = wish(where.of(job));
                Filled filled = filling.fill(picture, wish, reference);
                return new PictureOptions.Made(
                        filled.picture(), ReportDraft.of(filled, wish), report -> FileReport.of(job, report, Lines.filled(report, filled)));
            });
        }
    }

    private FillOptions wish(MaskSource mask) {
        return new FillOptions(
                mask,
                invert,
                FillOptions.parseGrow(grow),
                FillOptions.parseFeather(feather),
                Optional.ofNullable(model),
                FillMethod.parse(method));
    }
}
