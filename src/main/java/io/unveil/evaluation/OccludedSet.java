package io.unveil.evaluation;

import io.unveil.file.Shard;
import io.unveil.image.Mask;
import io.unveil.image.Picture;
import io.unveil.image.codec.PictureFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pictures, and masks that hide parts of them.
 *
 * @param kinds kinds of masks, by name
 */
public record OccludedSet(TestSet pictures, List<Kind> kinds) {
    public OccludedSet {
        kinds = List.copyOf(kinds);
    }

    /**
     * Masks of one kind.
     *
     * @param masks one for each picture, in their order
     */
    public record Kind(String name, List<Mask> masks) {
        public Kind {
            masks = List.copyOf(masks);
        }
    }

    /** All pictures and their masks; see the other. */
    public static OccludedSet read(Path data, Path masks) throws IOException {
        return read(data, masks, Shard.ALL);
    }

    /**
     * Reads pictures, and masks from a folder with one folder per kind. There each picture has a mask under its own
     * name, with any ending; white is hidden. Of all these a share is read.
     *
     * @throws TestSet.Unusable when a mask is missing, cannot be read or is of another size than its picture
     * @throws IOException when the folders cannot be read
     */
    public static OccludedSet read(Path data, Path masks, Shard share) throws IOException {
        TestSet pictures = TestSet.read(data, share);
        List<Kind> kinds = new ArrayList<>();
        for (Path folder : folders(masks)) {
            kinds.add(new Kind(folder.getFileName().toString(), masks(folder, pictures)));
        }
        if (kinds.isEmpty()) {
            throw new TestSet.Unusable(
                    "%s holds no folder of masks: expected is one folder per kind of mask".formatted(masks));
        }
        return new OccludedSet(pictures, kinds);
    }

    private static List<Path> folders(Path masks) throws IOException {
        if (!Files.exists(masks)) {
            throw new NoSuchFileException(masks.toString());
        }
        try (Stream<Path> entries = Files.list(masks)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Mask> masks(Path folder, TestSet pictures) throws IOException {
        List<Mask> masks = new ArrayList<>();
        for (TestSet.Entry entry : pictures.entries()) {
            Path file = PictureFolder.sameStem(folder, Path.of(entry.name()));
            Picture drawn = TestSet.picture(file);
            if (!drawn.size().equals(entry.picture().size())) {
                throw new TestSet.Unusable("%s is %s, but its picture %s"
                        .formatted(file, drawn.size(), entry.picture().size()));
            }
            masks.add(Mask.ofBright(drawn));
        }
        return masks;
    }

    /** The same with pictures in gray. */
    OccludedSet inGray() {
        return new OccludedSet(pictures.inGray(), kinds);
    }
}
