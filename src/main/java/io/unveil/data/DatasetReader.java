package io.unveil.data;

import io.unveil.image.Format;
import io.unveil.image.Size;
import io.unveil.image.codec.PictureFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Finds what the user's {@code --data} means. */
final class DatasetReader {
    private static final String LABELS = ",labels=";

    private DatasetReader() {}

    static Dataset read(String data, DatasetPart part, int channels, Size smallest) throws IOException {
        Dataset set = data.startsWith(Drawings.PREFIX) ? Drawings.parse(data) : ofFiles(data, part, channels, smallest);
        for (Size size : set.sizes()) {
            if (!PictureFiles.isAtLeast(size, smallest)) {
                throw new UnusableData(
                        "%s holds examples of %s, smaller than the patch of %s".formatted(data, size, smallest));
            }
        }
        return set.channels() < channels ? new TransformedDataset(set, Transforms.IN_COLOUR) : set;
    }

    private static Dataset ofFiles(String data, DatasetPart part, int channels, Size smallest) throws IOException {
        int labels = data.lastIndexOf(LABELS);
        if (labels >= 0) {
            return IdxPictures.read(path(data.substring(0, labels)), path(data.substring(labels + LABELS.length())));
        }
        Path path = path(data);
        if (Files.isDirectory(path)) {
            Optional<Path> images = IdxFolder.images(path, part);
            return images.isPresent()
                    ? IdxPictures.read(images.get())
                    : PictureFiles.read(data, part, channels, smallest);
        }
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip")
                        || Format.ofName(path.toString()).isPresent()
                ? PictureFiles.read(data, part, channels, smallest)
                : IdxPictures.read(path);
    }

    /** Opens a folder, a .zip or a picture; throws {@link UnusableData} when it is none of them. */
    static PictureFolder open(String data) throws IOException {
        try {
            return PictureFolder.open(path(data));
        } catch (NoSuchFileException e) {
            throw new UnusableData("%s does not exist".formatted(data));
        } catch (NotDirectoryException e) {
            throw new UnusableData("%s is neither a folder nor a .zip file".formatted(data));
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UnusableData("'%s' is not a file name: %s".formatted(name, e.getReason()));
        }
    }
}
