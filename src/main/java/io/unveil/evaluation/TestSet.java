package io.unveil.evaluation;

import io.unveil.image.Picture;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import io.unveil.image.codec.PictureFolder;
import io.unveil.image.codec.RejectedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Clean pictures to measure on.
 *
 * @param name of the folder or zip file they came from
 * @param entries in order of their files' names
 */
public record TestSet(String name, List<Entry> entries) {
    public TestSet {
        entries = List.copyOf(entries);
    }

    /**
     * One picture.
     *
     * @param name of its file, within the folder or zip file
     */
    public record Entry(String name, Picture picture) {}

    List<Picture> pictures() {
        return entries.stream().map(Entry::picture).toList();
    }

    /** A set that cannot be measured on; the message says where and why. */
    public static final class Unusable extends RuntimeException {
        Unusable(String message) {
            super(message);
        }
    }

    /**
     * Reads a folder (recursively) or a zip file.
     *
     * @throws Unusable when it holds no picture, or one that cannot be read, because a mean over the others would be
     *     another figure
     * @throws IOException when it cannot be opened
     */
    public static TestSet read(Path data) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (PictureFolder folder = PictureFolder.open(data)) {
            for (Path file : folder.files()) {
                entries.add(new Entry(folder.root().relativize(file).toString(), picture(file)));
            }
        }
        if (entries.isEmpty()) {
            throw new Unusable("%s holds no picture".formatted(data));
        }
        return new TestSet(data.toAbsolutePath().normalize().getFileName().toString(), entries);
    }

    static Picture picture(Path file) throws IOException {
        try {
            return Codec.decode(Files.readAllBytes(file), Limits.DEFAULT);
        } catch (RejectedImage e) {
            throw new Unusable("%s: %s".formatted(file, e.getMessage()));
        }
    }

    /**
     * The same pictures in gray, those in colour by the luma of Rec. 601, .299 R + .587 G + .114 B, rounded to whole
     * levels.
     */
    TestSet inGray() {
        return new TestSet(
                name,
                entries.stream()
                        .map(entry -> new Entry(entry.name(), entry.picture().inGray()))
                        .toList());
    }
}
