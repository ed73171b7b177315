package io.unveil.data;

import io.unveil.file.Digests;
import io.unveil.image.Size;
import io.unveil.model.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The gray pictures of an idx file and, if there is one, the classes in the file of labels beside it. */
record IdxPictures(Manifest.DataSet set, IdxFile images, Optional<IdxFile> labels) implements Dataset {
    /** With the labels found beside it. */
    static IdxPictures read(Path images) throws IOException {
        return read(images, IdxFolder.labels(images));
    }

    static IdxPictures read(Path images, Path labels) throws IOException {
        return read(images, Optional.of(labels));
    }

    private static IdxPictures read(Path images, Optional<Path> labels) throws IOException {
        IdxFile pictures = IdxFile.read(images, 3);
        Optional<IdxFile> classes = labels.isPresent() ? Optional.of(IdxFile.read(labels.get(), 1)) : Optional.empty();
        classes.ifPresent(each -> checkPaired(pictures, each));
        return new IdxPictures(describe(pictures, classes), pictures, classes);
    }

    private static void checkPaired(IdxFile pictures, IdxFile classes) {
        if (pictures.count() != classes.count()) {
            throw new UnusableData("%s holds %d pictures, but %s holds %d labels"
                    .formatted(pictures.path(), pictures.count(), classes.path(), classes.count()));
        }
    }

    /** Named by folder and file, as in {@code fashion-mnist/train-images-idx3-ubyte}. */
    private static Manifest.DataSet describe(IdxFile pictures, Optional<IdxFile> classes) throws IOException {
        MessageDigest digest = Digests.newSha256();
        pictures.addTo(digest);
        classes.ifPresent(each -> each.addTo(digest));
        Path file = pictures.path().toAbsolutePath().normalize();
        String folder = file.getNameCount() > 1 ? file.getName(file.getNameCount() - 2) + "/" : "";
        String hex = HexFormat.of().formatHex(digest.digest());
        return new Manifest.DataSet(
                folder + IdxFolder.plain(IdxFolder.nameOf(file)),
                pictures.count(),
                hex,
                Licences.of(hex, file.resolveSibling("")));
    }

    @Override
    public int count() {
        return images.count();
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public Example example(int index) {
        int length = images.values().length / count();
        byte[] samples = Arrays.copyOfRange(images.values(), index * length, (index + 1) * length);
        return new Example("%s number %d".formatted(set.name(), index), size(index), 1, samples, label(index));
    }

    @Override
    public Size size(int index) {
        return new Size(images.dimensions().get(2), images.dimensions().get(1));
    }

    @Override
    public Label label(int index) {
        return labels.map(classes -> (Label) new Label.OfClass(classes.values()[index] & 255))
                .orElse(Label.NONE);
    }
}
