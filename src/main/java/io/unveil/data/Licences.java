package io.unveil.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The licence note of a set of pictures: how many pictures are under which terms, read from the file
 * {@code SOURCES.csv} beside them, if there is one. Sets that never come with such a file are recognised by their
 * digests.
 */
final class Licences {
    private static final String SOURCES = "SOURCES.csv";
    private static final String FASHION_MNIST = "Fashion-MNIST, MIT licence, (c) 2017 Zalando SE";

    /** Digests of pictures and labels together, as {@link IdxPictures} computes them. */
    private static final Map<String, String> KNOWN = Map.of(
            "a7c93796a02a57c45f4a0a40f3b0d754219fbd0c366ab9bd39cad703f2915b95",
                    FASHION_MNIST, // the 60,000 for training
            "5d0db043271ce0cf3fd2d4db725542aac429bb66454421f157c61e06a7d3c8e2", FASHION_MNIST); // the 10,000 tests

    private Licences() {}

    static String of(String digest, Path folder) throws IOException {
        String known = KNOWN.get(digest);
        return known == null ? of(folder) : known;
    }

    static String of(Path folder) throws IOException {
        Path sources = folder.resolve(SOURCES);
        if (!Files.isRegularFile(sources)) {
            return "not stated: the folder has no " + SOURCES;
        }
        List<String> lines = Files.readAllLines(sources);
        int column =
                lines.isEmpty() ? -1 : Arrays.asList(lines.get(0).split(",")).indexOf("licence");
        if (column < 0) {
            return "not stated: %s has no column 'licence'".formatted(SOURCES);
        }
        return lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .collect(Collectors.groupingBy(line -> field(line, column), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> "%s: %d".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** One field of a line of comma-separated values; commas within quotes do not separate. */
    private static String field(String line, int column) {
        String[] fields = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        return column < fields.length ? fields[column].replace("\"", "").strip() : "not stated";
    }
}
