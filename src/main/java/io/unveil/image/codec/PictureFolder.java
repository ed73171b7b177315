package io.unveil.image.codec;

import io.unveil.image.Format;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The picture files of a folder, searched recursively, or of a zip file, by the endings of their names. Close it after
 * use.
 */
public final class PictureFolder implements AutoCloseable {
    private final Path root;
    private final Path start;
    private final Optional<FileSystem> zip;

    private PictureFolder(Path root, Path start, Optional<FileSystem> zip) {
        this.root = root;
        this.start = start;
        this.zip = zip;
    }

    /**
     * Opens a folder, a {@code .zip}, or one picture as if it were the only one in its folder.
     *
     * @throws NoSuchFileException when nothing has this name
     * @throws NotDirectoryException when it is none of them
     */
    public static PictureFolder open(Path data) throws IOException {
        if (Files.isDirectory(data)) {
            return new PictureFolder(data, data, Optional.empty());
        }
        if (!Files.exists(data)) {
            throw new NoSuchFileException(data.toString());
        }
        if (Format.ofName(data.toString()).isPresent()) {
            return new PictureFolder(data.toAbsolutePath().resolveSibling(""), data.toAbsolutePath(), Optional.empty());
        }
        if (!data.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new NotDirectoryException(data.toString());
        }
        FileSystem zip = FileSystems.newFileSystem(data);
        return new PictureFolder(zip.getPath("/"), zip.getPath("/"), Optional.of(zip));
    }

    /**
     * The picture in a folder whose name is that of another up to the ending, whatever that is; the name may have
     * folders in it.
     *
     * @throws NoSuchFileException when there is none
     */
    public static Path sameStem(Path folder, Path name) throws IOException {
        String file = name.getFileName().toString();
        String stem = file.substring(0, Math.max(0, file.lastIndexOf('.')));
        Path usual =
                folder.resolve(name).resolveSibling(stem + Format.PNG.endings().get(0));
        return Arrays.stream(Format.values())
                .flatMap(format -> format.endings().stream())
                .map(ending -> usual.resolveSibling(stem + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new NoSuchFileException(usual.toString()));
    }

    public Path root() {
        return root;
    }

    /** Every file whose name ends like a picture's, in order of name. */
    public List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(start)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Format.ofName(file.toString()).isPresent())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        if (zip.isPresent()) {
            zip.get().close();
        }
    }
}
