package io.unveil.spark;

import io.unveil.cli.FillFlags;
import io.unveil.image.codec.Limits;
import io.unveil.image.codec.PictureFile;
import io.unveil.inference.Models;
import io.unveil.model.Task;
import io.unveil.pipeline.fill.FillOptions;
import io.unveil.pipeline.fill.Filled;
import io.unveil.pipeline.fill.Filling;
import io.unveil.pipeline.fill.MaskSource;
import io.unveil.pipeline.fill.Regions;
import io.unveil.report.ReportDraft;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fill}: what the service's route of that name does, on a folder of any size. */
@Command(name = "fill", description = "Fills holes in pictures. All other pixels are kept bit for bit.")
final class FillJob implements PictureJob, Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run;

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @Mixin
    private FillFlags flags;

    /** The source of the hole: one of the two. */
    static final class Where {
        @Option(
                names = "--mask",
                paramLabel = "URI|alpha",
                description =
                        "A folder of masks under the pictures' names, with any endings, white where a picture is to be filled; or alpha: transparent pixels are filled.")
        private @Nullable String mask;

        @Option(
                names = "--region",
                paramLabel = "JSON",
                description =
                        "A list of rectangles {\"x\", \"y\", \"width\", \"height\"} and polygons {\"polygon\": [[x, y], ...]}; the same in all pictures.")
        private @Nullable String region;

        /** The hole of one picture. */
        MaskSource of(String name, RemoteFiles files) throws IOException {
            if (region != null) {
                return Regions.parse(region);
            }
            String word = String.valueOf(mask); // one of the two is there
            return word.equals("alpha")
                    ? new MaskSource.Alpha()
                    : MaskSource.Drawn.by(PictureFile.decode(files.readSameStem(word, name), Limits.DEFAULT)
                            .picture());
        }
    }

    @Override
    public Integer call() throws IOException {
        return new Run(this, spec).call();
    }

    @Override
    public void check() {
        flags.options(where.region == null ? new MaskSource.Alpha() : Regions.parse(where.region));
    }

    @Override
    public RunOptions run() {
        return run;
    }

    @Override
    public Optional<String> model() {
        return flags.options(new MaskSource.Alpha()).model();
    }

    @Override
    public Task task() {
        return Task.FILL;
    }

    @Override
    public Work work(Models models, RemoteFiles files) {
        Filling filling = new Filling(models);
        return (name, file) -> {
            FillOptions options = flags.options(where.of(name, files));
            Filled done = filling.fill(file.picture(), options, Optional.empty());
            return new Made(Optional.of(done.picture()), ReportDraft.of(done, options));
        };
    }
}
