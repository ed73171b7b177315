package io.unveil.cli;

import io.unveil.image.Format;
import io.unveil.pipeline.InvalidParameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file to make from another.
 *
 * @param name the file's name within what was given: of a folder's file the path from the folder on
 */
record Job(Path in, Path name, Path out) {
    /** A dot and a few letters or digits that do not begin the name. */
    private static final Pattern ENDING = Pattern.compile("[^.]\\.\\p{Alnum}{1,5}$");

    /**
     * A single file goes to the output's name if that ends like what is made; all else goes into the output as a
     * folder, under its own name. Throws {@link InvalidParameter} when two would go to one file, one onto itself, or a
     * single file to a name whose ending is that of no format.
     */
    static List<Job> plan(List<Path> inputs, Path output, Conversion conversion) throws IOException {
        boolean single = inputs.size() == 1 && Files.isRegularFile(inputs.get(0)) && !Files.isDirectory(output);
        boolean toFile = single && conversion.makes(output);
        if (single && !toFile) {
            refuseUnknownEnding(output, conversion);
        }
        List<Job> jobs = new ArrayList<>();
        if (toFile) {
            refuseGif(output);
            jobs.add(new Job(inputs.get(0), inputs.get(0).getFileName(), output));
        } else {
            for (Path input : inputs) {
                jobs.addAll(into(input, output, conversion));
            }
        }
        refuseClashes(jobs);
        return jobs;
    }

    private static List<Job> into(Path input, Path output, Conversion conversion) throws IOException {
        if (!Files.isDirectory(input)) {
            return List.of(new Job(input, input.getFileName(), output.resolve(conversion.made(input.getFileName()))));
        }
        List<Job> jobs = new ArrayList<>();
        for (Path file : files(input, conversion)) {
            Path name = input.relativize(file);
            if (!absolute(file).startsWith(absolute(output))) { // what an earlier run made lies within the input
                jobs.add(new Job(file, name, output.resolve(conversion.made(name))));
            }
        }
        if (jobs.isEmpty()) {
            throw new Errors.Failed("%s holds no %s".formatted(input, conversion.taken()));
        }
        return jobs;
    }

    /**
     * The files that are to be read where nothing is written: those that were named, and those of folders that end like
     * what is taken.
     */
    static List<Path> inputs(List<Path> inputs, Conversion conversion) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path input : inputs) {
            List<Path> found = Files.isDirectory(input) ? files(input, conversion) : List.of(input);
            if (found.isEmpty()) {
                throw new Errors.Failed("%s holds no %s".formatted(input, conversion.taken()));
            }
            all.addAll(found);
        }
        return all;
    }

    private static List<Path> files(Path folder, Conversion conversion) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(conversion::takes)
                    .sorted()
                    .toList();
        }
    }

    /** A name such as out.xyz is meant as a file; a folder of that name would surprise. */
    private static void refuseUnknownEnding(Path output, Conversion conversion) {
        if (ENDING.matcher(output.getFileName().toString()).find()) {
            throw new InvalidParameter(
                    "--output",
                    output.toString(),
                    "a name that ends in %s, or a folder (make one of this name first if you mean it)"
                            .formatted(conversion.endings()));
        }
    }

    private static void refuseGif(Path output) {
        if (Format.ofName(output.toString()).equals(Optional.of(Format.GIF))) {
            throw new InvalidParameter(
                    "--output",
                    output.toString(),
                    "a name in .png, .jpg, .webp, .tif or .bmp: GIF is read, not written");
        }
    }

    private static void refuseClashes(List<Job> jobs) {
        Map<Path, Path> made = new HashMap<>();
        for (Job job : jobs) {
            Path other = made.put(absolute(job.out), job.in);
            if (other != null) {
                throw new InvalidParameter(
                        "--output",
                        job.out.toString(),
                        "one file a picture: %s and %s would both be written there".formatted(other, job.in));
            }
            if (absolute(job.in).equals(absolute(job.out))) {
                throw new InvalidParameter(
                        "--output", job.out.toString(), "another file: the input would be overwritten");
            }
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
