package io.unveil.evaluation;

import io.unveil.file.Shard;
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
     * @param number its place among all pictures there, from 0, also where only a share of them is read
     */
    public record Entry(String name, int number, Picture picture) {}

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
        return read(data, Shard.ALL);
    }

    /** The same for a share of the pictures. */
    public static TestSet read(Path data, Shard share) throws IOException {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        try (PictureFolder folder = PictureFolder.open(data)) {
            for (Path file : folder.files()) {
                Path name = folder.root().relativize(file);
                if (share.has(name)) {
                    entries.add(new Entry(name.toString(), number, picture(file)));
                }
                number++;
            }
        }
        if (entries.isEmpty()) {
            throw new Unusable(
                    number == 0
                            ? "%s holds no picture".formatted(data)
                            : "share %s of the %d pictures in %s is empty".formatted(share, number, data));
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
                        .map(entry -> new Entry(
                                entry.name(), entry.number(), entry.picture().inGray()))
                        .toList());
    }
}
