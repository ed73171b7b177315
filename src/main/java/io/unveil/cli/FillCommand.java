package io.unveil.cli;

import io.unveil.image.codec.PictureFolder;
import io.unveil.inference.Models;
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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fill}: what the service's route of that name does, on files and folders. */
@Command(
        name = "fill",
        description = "Fills holes in pictures: text, scratches, objects. All other pixels are kept bit for bit.")
final class FillCommand implements Callable<Integer> {
    @Mixin
    private EngineOptions engine;

    @Mixin
    private PictureOptions pictures;

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @Mixin
    private FillFlags flags;

    /** The source of the hole: one of the two. */
    static final class Where {
        @Option(
                names = "--mask",
                paramLabel = "FILE|DIR|alpha",
                description =
                        "A picture of the same size, white where the picture is to be filled; a folder of such masks under the inputs' names, with any endings; or alpha: transparent pixels are filled.")
        private @Nullable String mask;

        @Option(
                names = "--region",
                paramLabel = "JSON",
                description =
                        "A list of rectangles {\"x\", \"y\", \"width\", \"height\"} and polygons {\"polygon\": [[x, y], ...]}.")
        private @Nullable String region;

        /** The hole of one picture; throws {@link NoSuchFileException} where a folder of masks has none for it. */
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
                FillOptions options = flags.options(where.of(job));
                Filled filled = filling.fill(picture, options, reference);
                return new PictureOptions.Made(
                        filled.picture(),
                        ReportDraft.of(filled, options),
                        report -> FileReport.of(job, report, Lines.filled(report, filled)));
            });
        }
    }
}
