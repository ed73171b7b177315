package io.unveil.cli;

import io.unveil.file.Shard;
import io.unveil.image.Format;
import io.unveil.pipeline.InvalidParameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One file to make from another.
 *
 * @param name the file's name; for a file in a given folder its path within that folder
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
            refuseReadOnly(output);
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
        if (real(input).equals(real(output))) {
            throw new InvalidParameter(
                    "--output", output.toString(), "another folder: the files of this one would be overwritten");
        }
        List<Job> jobs = new ArrayList<>();
        for (Path file : files(input, conversion)) {
            Path name = input.relativize(file);
            if (!real(file).startsWith(real(output))) { // what an earlier run made lies within the input
                jobs.add(new Job(file, name, output.resolve(conversion.made(name))));
            }
        }
        if (jobs.isEmpty()) {
            throw new Errors.Failed("%s holds no %s".formatted(input, conversion.taken()));
        }
        return jobs;
    }

    /**
     * The files to read where nothing is written: those that were named, and those in folders with a fitting ending; of
     * these a share.
     */
    static List<Path> inputs(List<Path> inputs, Conversion conversion, Shard share) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path input : inputs) {
            boolean folder = Files.isDirectory(input);
            List<Path> found = folder ? files(input, conversion) : List.of(input);
            if (found.isEmpty()) {
                throw new Errors.Failed("%s holds no %s".formatted(input, conversion.taken()));
            }
            for (Path file : found) {
                if (share.has(folder ? input.relativize(file) : file.getFileName())) {
                    all.add(file);
                }
            }
        }
        return all;
    }

    /** The files of folders whose names end like nothing that is taken, but for what an earlier run made. */
    static List<Path> skipped(List<Path> inputs, Path output, Conversion conversion) throws IOException {
        List<Path> skipped = new ArrayList<>();
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                for (Path file : files(input, name -> !conversion.takes(name))) {
                    if (!real(file).startsWith(real(output)) && !Files.isHidden(file)) {
                        skipped.add(file);
                    }
                }
            }
        }
        return skipped;
    }

    private static List<Path> files(Path folder, Conversion conversion) throws IOException {
        return files(folder, conversion::takes);
    }

    private static List<Path> files(Path folder, Predicate<Path> taken) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(taken).sorted().toList();
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

    private static void refuseReadOnly(Path output) {
        Format.ofName(output.toString()).filter(format -> !format.isWritten()).ifPresent(format -> {
            throw new InvalidParameter(
                    "--output",
                    output.toString(),
                    "a name in .png, .jpg, .webp, .tif, .bmp or .pnm: %s is read, not written".formatted(format));
        });
    }

    private static void refuseClashes(List<Job> jobs) throws IOException {
        Map<Path, Path> made = new HashMap<>();
        Set<Path> read = new HashSet<>();
        for (Job job : jobs) {
            read.add(real(job.in));
        }
        for (Job job : jobs) {
            Path other = made.put(real(job.out), job.in);
            if (other != null) {
                throw new InvalidParameter(
                        "--output",
                        job.out.toString(),
                        "one file per picture: %s and %s would both be written there".formatted(other, job.in));
            }
            boolean linked = Files.exists(job.out) && Files.exists(job.in) && Files.isSameFile(job.in, job.out);
            if (linked || read.contains(real(job.out))) {
                throw new InvalidParameter(
                        "--output", job.out.toString(), "another file: the input would be overwritten");
            }
        }
    }

    /** Where a path leads once all links on the way are followed; what does not exist yet is added as it stands. */
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Path there = absolute;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there.toRealPath().resolve(there.relativize(absolute)).normalize();
    }
}
