package io.unveil.cli;

import io.unveil.degradation.defect.DefectMixture;
import io.unveil.degradation.defect.Defective;
import io.unveil.degradation.noise.Noise;
import io.unveil.degradation.occlusion.Occlusion;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Mask;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.WriteOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code degrade}: corrupts pictures on purpose, to try cleaning and filling. */
@Command(
        name = "degrade",
        description =
                "Adds noise to pictures, hides parts of them or draws defects on them, noise first if there is more than one, from a seed; "
                        + "clipped and rounded to the picture's own depth, as in files.")
final class DegradeCommand implements Callable<Integer> {
    private static final WriteOptions WRITING =
            WriteOptions.ofQuality(100); // no other damage than the requested noise, as far as possible

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

    @Option(names = "--noise", paramLabel = "KIND:AMOUNT", description = Noise.FORMS)
    private @Nullable String noise;

    @Option(names = "--holes", paramLabel = "KIND[:SHARE]", description = "What to paint black: " + Occlusion.FORMS)
    private @Nullable String holes;

    @Option(
            names = "--defects",
            paramLabel = "KIND",
            description = "Synthetic defects to draw, one to three per picture: " + DefectMixture.FORMS)
    private @Nullable String defects;

    @Option(
            names = "--mask-out",
            paramLabel = "OUT",
            description =
                    "Where to write the mask, white where the picture is hidden or has a defect: a file, or the folder where there are several, "
                            + "each as a PNG under its picture's name.")
    private @Nullable Path masks;

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "Picture number i, from 0, is corrupted with seed + i (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException {
        Optional<Noise> noiseKind = parsed(noise, Noise::parse);
        Optional<Occlusion> hider = parsed(holes, Occlusion::parse);
        Optional<DefectDrawing> drawing = parsed(defects, DefectMixture::parse).map(DefectDrawing::new);
        check(
                noiseKind.isPresent() || hider.isPresent() || drawing.isPresent(),
                "nothing to do: give --noise, --holes or --defects");
        check(
                hider.isEmpty() || drawing.isEmpty(),
                "--holes and --defects exclude each other: a mask shows one of them");
        check(masks == null || hider.isPresent() || drawing.isPresent(), "--mask-out needs --holes or --defects");
        String what = Stream.of(noise, holes, defects).filter(Objects::nonNull).collect(Collectors.joining(", "));
        PrintWriter out = spec.commandLine().getOut();
        List<Job> jobs = Job.plan(inputs, output, Conversion.PICTURE_TO_PICTURE);
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            long own = seed + i;
            Picture picture = Pictures.read(job.in());
            String notes = Lines.inBrackets(picture.origin().notes());
            if (noiseKind.isPresent()) {
                picture = picture.with(noiseKind.get().addTo(picture.pixels(), own));
            }
            if (hider.isPresent()) {
                Mask hole = hider.get().draw(picture.size(), own);
                picture = picture.with(hidden(picture.pixels(), hole));
                writeMask(job, jobs.size(), hole);
            }
            if (drawing.isPresent()) {
                Defective defective = drawing.get().on(picture, other(jobs, i, own), own);
                picture = picture.with(defective.picture());
                writeMask(job, jobs.size(), defective.mask());
            }
            Pictures.write(job.out(), picture, WRITING);
            out.printf("%s -> %s  %s, seed %d%s%n", job.in(), job.out(), what, own, notes);
            out.flush();
        }
        return 0;
    }

    /** Any other picture of the run; the same one where there is only one. */
    private static Picture other(List<Job> jobs, int i, long seed) throws IOException {
        int further = jobs.size() == 1 ? 0 : 1 + (int) Long.remainderUnsigned(seed, jobs.size() - 1);
        return Pictures.read(jobs.get((i + further) % jobs.size()).in());
    }

    private <T> Optional<T> parsed(@Nullable String word, Function<String, T> parser) {
        try {
            return Optional.ofNullable(word).map(parser);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void check(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    private static Pixels hidden(Pixels picture, Mask hole) {
        float[] values = picture.values().clone();
        for (int i = 0; i < values.length; i++) {
            int pixel = i / picture.channels();
            if (hole.at(pixel % picture.width(), pixel / picture.width())) {
                values[i] = 0;
            }
        }
        return new Pixels(picture.width(), picture.height(), picture.channels(), values);
    }

    private void writeMask(Job job, int jobs, Mask hole) throws IOException {
        if (masks != null) {
            int width = hole.size().width();
            float[] values = new float[Math.toIntExact(hole.size().pixels())];
            for (int i = 0; i < values.length; i++) {
                values[i] = hole.at(i % width, i / width) ? 1 : 0;
            }
            Pixels white = new Pixels(width, hole.size().height(), 1, values);
            boolean toFile = jobs == 1 && Format.ofName(masks.toString()).isPresent();
            Path file = toFile ? masks : masks.resolve(asPng(job.name()));
            Pictures.write(file, Picture.of(white, BitDepth.EIGHT, Format.PNG), WRITING);
        }
    }

    private static Path asPng(Path picture) {
        String name = picture.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return picture.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".png");
    }
}
