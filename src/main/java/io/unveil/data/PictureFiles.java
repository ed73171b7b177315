package io.unveil.data;

import io.unveil.file.Digests;
import io.unveil.image.Format;
import io.unveil.image.Size;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import io.unveil.image.codec.PictureFolder;
import io.unveil.image.codec.RejectedImage;
import io.unveil.model.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
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

    /**
     * All pictures; of a folder in the layout of MVTec AD only the normal pictures of the part, because anomalous ones
     * are never learnt from.
     */
    static PictureFiles read(String data, DatasetPart part, int channels, Size smallest) throws IOException {
        try (PictureFolder folder = DatasetReader.open(data)) {
            InspectionLayout layout = new InspectionLayout(folder.root());
            if (isOnePicture(data) || !layout.isThere()) {
                return readAll(data, "", folder.root(), folder.files(), channels, smallest);
            }
            Path good = layout.good(part);
            String which = " (%s)".formatted(layout.root().relativize(good));
            List<Path> files = folder.files().stream()
                    .filter(file -> file.startsWith(good))
                    .toList();
            return readAll(data, which, layout.root(), files, channels, smallest);
        }
    }

    private static boolean isOnePicture(String data) {
        return Format.ofName(data).isPresent() && Files.isRegularFile(Path.of(data));
    }

    /** The last name of a path. */
    static String name(String data) {
        return Path.of(data).toAbsolutePath().normalize().getFileName().toString();
    }

    private static PictureFiles readAll(
            String data, String which, Path root, List<Path> files, int channels, Size smallest) throws IOException {
        MessageDigest digest = Digests.newSha256();
        List<Example> pictures = new ArrayList<>();
        Set<String> different = new HashSet<>();
        int small = 0;
        int unreadable = 0;
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            try {
                Example picture =
                        Example.of(root.relativize(file).toString(), Codec.decode(bytes, Limits.DEFAULT), channels);
                if (!isAtLeast(picture.size(), smallest)) {
                    LOG.warn("{} left out: {} is smaller than the patch of {}", file, picture.size(), smallest);
                    small++;
                    continue;
                }
                different.add(Digests.sha256(bytes));
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
                            .formatted(data + which, small, smallest, unreadable, String.join(" ", ENDINGS)));
        }
        if (different.size() < pictures.size()) {
            LOG.warn(
                    "{} holds {} pictures, of which {} are copies of others: they show nothing new, and count as often as they are there",
                    data + which,
                    pictures.size(),
                    pictures.size() - different.size());
        }
        return new PictureFiles(
                new Manifest.DataSet(
                        name(data) + which,
                        pictures.size(),
                        HexFormat.of().formatHex(digest.digest()),
                        Licences.of(root)),
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
