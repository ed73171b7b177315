package io.unveil.data;

import io.unveil.image.codec.PictureFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The idx files of a folder, found by their usual names: {@code train-images-idx3-ubyte} with
 * {@code train-labels-idx1-ubyte}, and the like.
 */
final class IdxFolder {
    private static final String PACKED = ".gz";

    /** Also matches {@code images.idx3-ubyte}, {@code images.idx3} and {@code images.idx}, packed or not. */
    private static final Pattern IMAGES = Pattern.compile("(.*)images([-.]idx)(3-ubyte|3|)(\\.gz)?");

    private IdxFolder() {}

    /**
     * The folder's file of pictures for this part; empty where the folder holds no idx file.
     *
     * @throws UnusableData where the folder holds pictures as well, or several idx files of which none or more than one
     *     is of this part
     */
    static Optional<Path> images(Path folder, DatasetPart part) throws IOException {
        Map<String, Path> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> IMAGES.matcher(nameOf(file)).matches())
                    .sorted() // the plain file before its packed form
                    .forEach(file -> found.putIfAbsent(plain(nameOf(file)), file));
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        refusePicturesBeside(folder, found.keySet().iterator().next());
        return Optional.of(ofPart(folder, part, found));
    }

    private static Path ofPart(Path folder, DatasetPart part, Map<String, Path> found) {
        List<Path> fitting = found.entrySet().stream()
                .filter(entry -> part.names(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        boolean ofAnotherPart = Stream.of(DatasetPart.values())
                .anyMatch(other -> found.keySet().stream().anyMatch(other::names));
        if (found.size() == 1 && !ofAnotherPart) {
            return found.values().iterator().next();
        }
        throw new UnusableData(
                "%s holds the idx files %s; looked for is one that begins with '%s': name the file itself"
                        .formatted(folder, String.join(", ", found.keySet()), String.join("' or '", part.prefixes())));
    }

    private static void refusePicturesBeside(Path folder, String idx) throws IOException {
        try (PictureFolder pictures = PictureFolder.open(folder)) {
            List<Path> files = pictures.files();
            if (!files.isEmpty()) {
                throw new UnusableData(
                        "%s holds both the idx file %s and pictures such as %s: name the file itself, or move one away"
                                .formatted(folder, idx, folder.relativize(files.get(0))));
            }
        }
    }

    /**
     * The file of labels beside a file of pictures, packed or not; empty where there is none, or where the name is not
     * a usual one.
     */
    static Optional<Path> labels(Path images) {
        Matcher name = IMAGES.matcher(nameOf(images));
        if (!name.matches()) {
            return Optional.empty();
        }
        String labels = name.group(1) + "labels" + name.group(2) + name.group(3).replace('3', '1');
        return Stream.of(labels, labels + PACKED)
                .map(images::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** A file's name without the ending of its packed form. */
    static String plain(String name) {
        return name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
    }

    static String nameOf(Path file) {
        return file.getFileName().toString();
    }
}
