package io.unveil.data;

import io.unveil.autoencoder.Digests;
import io.unveil.autoencoder.Manifest;
import io.unveil.image.Codec;
import io.unveil.image.Format;
import io.unveil.image.Limits;
import io.unveil.image.PictureFolder;
import io.unveil.image.RejectedImage;
import io.unveil.image.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of a folder (searched recursively) or a zip file, in order of name, decoded. */
record PictureFiles(Manifest.DataSet set, int channels, List<Example> pictures) implements Dataset {
    private static final Logger LOG = LoggerFactory.getLogger(PictureFiles.class);
    private static final List<String> ENDINGS = Arrays.stream(Format.values())
            .flatMap(format -> format.endings().stream())
            .toList();

    PictureFiles {
        pictures = List.copyOf(pictures);
    }

    static PictureFiles read(Path data, int channels, Size smallest) throws IOException {
        try (PictureFolder folder = PictureFolder.open(data)) {
            return readAll(data, folder, channels, smallest);
        }
    }

    private static PictureFiles readAll(Path data, PictureFolder folder, int channels, Size smallest)
            throws IOException {
        Path root = folder.root();
        MessageDigest digest = Digests.newSha256();
        List<Example> pictures = new ArrayList<>();
        int small = 0;
        int unreadable = 0;
        for (Path file : folder.files()) {
            byte[] bytes = Files.readAllBytes(file);
            try {
                String name = root.relativize(file).toString();
                Example picture = Example.of(name, Codec.decode(bytes, Limits.DEFAULT), channels);
                if (!isAtLeast(picture.size(), smallest)) {
                    LOG.warn("{} left out: {} is smaller than the patch of {}", file, picture.size(), smallest);
                    small++;
                    continue;
                }
                digest.update(Digests.sha256(bytes).getBytes(StandardCharsets.US_ASCII));
                pictures.add(picture);
            } catch (RejectedImage e) {
                LOG.warn("{} left out: {}", file, e.getMessage());
                unreadable++;
            }
        }
        if (pictures.isEmpty()) {
            throw new UnusableData(
                    "%s holds no picture that can be trained on: %d smaller than the patch of %s, %d unreadable, of %s"
                            .formatted(data, small, smallest, unreadable, String.join(" ", ENDINGS)));
        }
        String name = data.toAbsolutePath().normalize().getFileName().toString();
        return new PictureFiles(
                new Manifest.DataSet(
                        name, pictures.size(), HexFormat.of().formatHex(digest.digest()), Licences.of(root)),
                channels,
                pictures);
    }

    static boolean isAtLeast(Size size, Size smallest) {
        return size.width() >= smallest.width() && size.height() >= smallest.height();
    }

    @Override
    public int count() {
        return pictures.size();
    }

    @Override
    public Example example(int index) {
        return pictures.get(index);
    }

    @Override
    public Size size(int index) {
        return pictures.get(index).size();
    }

    @Override
    public Label label(int index) {
        return Label.NONE;
    }
}
