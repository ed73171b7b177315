package io.unveil.training;

import io.unveil.autoencoder.Digests;
import io.unveil.autoencoder.Manifest;
import io.unveil.image.Codec;
import io.unveil.image.Limits;
import io.unveil.image.RejectedImage;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of a folder (searched recursively) or a zip file, in order of name, and what is to be said of them in a manifest. */
record Photographs(Manifest.DataSet set, List<Photograph> pictures) {
    private static final Logger LOG = LoggerFactory.getLogger(Photographs.class);
    private static final List<String> ENDINGS =
            List.of(".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".gif");

    /**
     * Reads all pictures that are at least as large as a patch; smaller and unreadable ones are named in the log and left out.
     *
     * @throws UnusableData when none is left
     */
    static Photographs read(Path data, int channels, int smallestSide) throws IOException {
        if (!Files.exists(data)) {
            throw new UnusableData("%s does not exist".formatted(data));
        }
        if (Files.isDirectory(data)) {
            return readTree(data, data, channels, smallestSide);
        }
        if (!data.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new UnusableData("%s is neither a folder nor a .zip file".formatted(data));
        }
        try (FileSystem zip = FileSystems.newFileSystem(data)) {
            return readTree(data, zip.getPath("/"), channels, smallestSide);
        }
    }

    private static Photographs readTree(Path data, Path root, int channels, int smallestSide) throws IOException {
        MessageDigest digest = Digests.newSha256();
        List<Photograph> pictures = new ArrayList<>();
        int small = 0;
        int unreadable = 0;
        for (Path file : pictureFiles(root)) {
            byte[] bytes = Files.readAllBytes(file);
            try {
                Photograph picture =
                        Photograph.of(root.relativize(file).toString(), Codec.decode(bytes, Limits.DEFAULT), channels);
                if (Math.min(picture.size().width(), picture.size().height()) < smallestSide) {
                    LOG.warn("{} left out: {} is smaller than the patch of {}", file, picture.size(), smallestSide);
                    small++;
                    continue;
                }
                digest.update(Digests.sha256(bytes).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                pictures.add(picture);
            } catch (RejectedImage e) {
                LOG.warn("{} left out: {}", file, e.getMessage());
                unreadable++;
            }
        }
        if (pictures.isEmpty()) {
            throw new UnusableData(
                    "%s holds no picture that can be trained on: %d smaller than the patch of %d x %d, %d unreadable, of %s"
                            .formatted(data, small, smallestSide, smallestSide, unreadable, String.join(" ", ENDINGS)));
        }
        String name = data.toAbsolutePath().normalize().getFileName().toString();
        return new Photographs(
                new Manifest.DataSet(
                        name, pictures.size(), HexFormat.of().formatHex(digest.digest()), Licences.of(root)),
                pictures);
    }

    private static List<Path> pictureFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> ENDINGS.stream().anyMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
        }
    }
}
