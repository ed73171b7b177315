package io.unveil.data;

import io.unveil.autoencoder.Digests;
import io.unveil.autoencoder.Manifest;
import io.unveil.image.Codec;
import io.unveil.image.Format;
import io.unveil.image.Limits;
import io.unveil.image.PictureFolder;
import io.unveil.image.RejectedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of a folder (searched recursively) or a zip file, in order of name, and what is to be said of them in a manifest. */
public record Photographs(Manifest.DataSet set, List<Photograph> pictures) {
    private static final Logger LOG = LoggerFactory.getLogger(Photographs.class);
    private static final List<String> ENDINGS = Arrays.stream(Format.values())
            .flatMap(format -> format.endings().stream())
            .toList();

    /**
     * Reads all pictures that are at least as large as a patch; smaller and unreadable ones are named in the log and left out.
     *
     * @throws UnusableData when none is left
     */
    public static Photographs read(Path data, int channels, int smallestSide) throws IOException {
        try (PictureFolder folder = PictureFolder.open(data)) {
            return readAll(data, folder, channels, smallestSide);
        } catch (NoSuchFileException e) {
            throw new UnusableData("%s does not exist".formatted(data));
        } catch (NotDirectoryException e) {
            throw new UnusableData("%s is neither a folder nor a .zip file".formatted(data));
        }
    }

    private static Photographs readAll(Path data, PictureFolder folder, int channels, int smallestSide)
            throws IOException {
        Path root = folder.root();
        MessageDigest digest = Digests.newSha256();
        List<Photograph> pictures = new ArrayList<>();
        int small = 0;
        int unreadable = 0;
        for (Path file : folder.files()) {
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
}
