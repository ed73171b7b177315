package io.unveil.cli;

import io.unveil.data.ContactSheet;
import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.data.Example;
import io.unveil.data.InspectionFiles;
import io.unveil.data.InspectionSet;
import io.unveil.data.Label;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.image.codec.WriteOptions;
import io.unveil.model.Manifest;
import io.unveil.pipeline.InvalidParameter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code data}: what {@code --data} reads. */
@Command(name = "data", description = "Describes what training and evaluation would read, and draws a sheet of it.")
final class DataCommand implements Callable<Integer> {
    private static final int JPEG_QUALITY = 85;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "DATA", description = Dataset.FORMS)
    private List<String> names;

    @Option(
            names = "--part",
            defaultValue = "training",
            description =
                    "Of a folder with idx files, or with train/good and test/good: training or test (default: ${DEFAULT-VALUE}).")
    private DatasetPart part;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description =
                    "A picture to draw the first examples of each set into; or a folder to write one whole set into, "
                            + "as train/good, test/<class> and ground_truth/<class>.")
    private @Nullable Path output;

    @Option(
            names = "--count",
            defaultValue = "8",
            description =
                    "Examples of each set, or with --defects of each class, on the sheet, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--defects",
            description = "Of a folder with test/<class> or of synthetic:surfaces: the set for testing anomalies; "
                    + "on the sheet each picture is followed by its mask.")
    private boolean defects;

    @Option(names = "--json", description = "Print one JSON array, one object per set.")
    private boolean json;

    /** One set. */
    private record Entry(String name, int pictures, List<String> sizes, String labels, String digest, String licence) {
        private static final int SIZES_NAMED = 3;

        static Entry of(Dataset data) {
            Manifest.DataSet set = data.set();
            List<String> sizes = data.sizes().stream().map(Size::toString).toList();
            return new Entry(set.name(), set.pictures(), sizes, labels(data.label(0)), set.digest(), set.licence());
        }

        private static String labels(Label first) {
            if (first instanceof Label.OfClass) {
                return "class";
            }
            return first instanceof Label.Measure ? "measure" : "none";
        }

        @Override
        public String toString() {
            String named = String.join(", ", sizes.subList(0, Math.min(SIZES_NAMED, sizes.size())));
            return """
                    %s
                      pictures  %d
                      sizes     %s%s
                      labels    %s
                      digest    %s
                      licence   %s""".formatted(
                            name,
                            pictures,
                            named,
                            sizes.size() > SIZES_NAMED ? " and %d others".formatted(sizes.size() - SIZES_NAMED) : "",
                            labels,
                            digest,
                            licence);
        }
    }

    @Override
    public Integer call() throws IOException {
        if (count < 1 || count > 1000) {
            throw new InvalidParameter("count", Integer.toString(count), "a whole number from 1 to 1000");
        }
        if (output != null && Format.ofName(output.toString()).isEmpty()) {
            writeFolder(output);
        }
        List<Record> entries = new ArrayList<>();
        List<List<Example>> groups = new ArrayList<>();
        for (String name : names) {
            if (defects) {
                InspectionSet set = InspectionSet.read(name);
                entries.add(InspectionEntry.of(set));
                groups.addAll(InspectionEntry.shown(set, count));
            } else {
                Dataset data = Dataset.read(name, part, 3, new Size(1, 1));
                entries.add(Entry.of(data));
                groups.add(IntStream.range(0, Math.min(count, data.count()))
                        .mapToObj(data::example)
                        .toList());
            }
        }
        if (output != null && Format.ofName(output.toString()).isPresent()) {
            Pictures.write(
                    output,
                    Picture.of(ContactSheet.of(groups), BitDepth.EIGHT, Format.PNG),
                    WriteOptions.ofQuality(JPEG_QUALITY));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(entries));
        } else {
            entries.forEach(out::println);
        }
        out.flush();
        return 0;
    }

    /** The folder must be new or empty: files of another run would become part of the set. */
    private void writeFolder(Path folder) throws IOException {
        if (names.size() > 1) {
            throw new InvalidParameter("--output", folder.toString(), "one set per folder, or a picture as a sheet");
        }
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new InvalidParameter("--output", folder.toString(), "a folder that is new or empty");
        }
        Dataset normal = Dataset.read(names.get(0), DatasetPart.TRAINING, 1, new Size(1, 1));
        InspectionFiles.write(folder, normal, InspectionSet.read(names.get(0)));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
