package io.unveil.data;

import io.unveil.image.Mask;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import io.unveil.image.codec.PictureFolder;
import io.unveil.image.codec.RejectedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the test pictures of a folder in the layout of MVTec AD. Everything is decoded once at the start, so that a
 * damaged file does not end a test halfway.
 */
final class InspectionFolder {
    private static final Logger LOG = LoggerFactory.getLogger(InspectionFolder.class);
    private static final int FAULTS_NAMED = 5;

    private final InspectionLayout layout;
    private final List<String> faults = new ArrayList<>();
    private final List<String> withoutMask = new ArrayList<>();

    private InspectionFolder(Path root) {
        this.layout = new InspectionLayout(root);
    }

    static InspectionSet read(String data) throws IOException {
        try (PictureFolder folder = DatasetReader.open(data)) {
            return InspectionSet.sorted(PictureFiles.name(data), new InspectionFolder(folder.root()).items(data));
        }
    }

    private List<InspectionSet.Item> items(String data) throws IOException {
        if (!Files.isDirectory(layout.test())) {
            throw new UnusableData(
                    "%s holds no folder 'test': looked for are pictures in test/good and test/<class of defect>, and masks in ground_truth/<class of defect>/<picture's name>_mask.png"
                            .formatted(data));
        }
        List<InspectionSet.Item> items = new ArrayList<>();
        try (PictureFolder pictures = PictureFolder.open(layout.test())) {
            for (Path file : pictures.files()) {
                add(items, layout.test().relativize(file));
            }
        }
        throwIfFaulty(data);
        sayWhatHasNoMask(data, items);
        return items;
    }

    private void add(List<InspectionSet.Item> items, Path name) throws IOException {
        Path file = layout.test().resolve(name);
        if (name.getNameCount() < 2) {
            faults.add("%s lies in no folder of a class, such as test/good".formatted(file));
            return;
        }
        byte[] bytes = Files.readAllBytes(file); // held as they are: decoded they would take ten times the memory
        try {
            Size size = Codec.decode(bytes, Limits.DEFAULT).size();
            String kind = name.getName(0).toString();
            items.add(new InspectionSet.Item(
                    name.toString().replace('\\', '/'),
                    kind,
                    () -> Codec.decode(bytes, Limits.DEFAULT),
                    kind.equals(InspectionSet.GOOD) ? ofGood(name) : defect(name, size)));
        } catch (RejectedImage e) {
            faults.add("%s: %s".formatted(file, e.getMessage()));
        }
    }

    /** Some sets have masks for normal pictures too; these must be empty. */
    private Optional<Mask> ofGood(Path name) throws IOException {
        Path file = layout.mask(name);
        if (Files.exists(file)) {
            long marked = mask(file).count();
            if (marked > 0) {
                faults.add("%s marks %d pixels of a normal picture".formatted(file, marked));
            }
        }
        return Optional.empty();
    }

    private Optional<Mask> defect(Path name, Size size) throws IOException {
        Path file = layout.mask(name);
        if (!Files.exists(file)) {
            withoutMask.add(name.toString());
            return Optional.empty();
        }
        Mask mask = mask(file);
        if (!mask.size().equals(size)) {
            faults.add("%s is %s, its picture is %s".formatted(file, mask.size(), size));
        } else if (mask.isEmpty()) {
            faults.add(
                    "%s marks no pixel (above 127 of 255); where a defect lies that nobody has drawn, leave the mask out"
                            .formatted(file));
        }
        return Optional.of(mask);
    }

    /** Throws {@link RejectedImage}, naming the file. */
    private static Mask mask(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            Picture drawn = Codec.decode(bytes, Limits.DEFAULT);
            return Mask.ofBright(drawn);
        } catch (RejectedImage e) {
            throw new RejectedImage(e.reason(), "its mask %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private void throwIfFaulty(String data) {
        if (!faults.isEmpty()) {
            int more = faults.size() - FAULTS_NAMED;
            throw new UnusableData("%s: %s%s"
                    .formatted(
                            data,
                            String.join("; ", faults.subList(0, Math.min(FAULTS_NAMED, faults.size()))),
                            more > 0 ? "; and %d more".formatted(more) : ""));
        }
    }

    private void sayWhatHasNoMask(String data, List<InspectionSet.Item> items) {
        if (!withoutMask.isEmpty()) {
            long anomalous = items.stream().filter(item -> !item.isGood()).count();
            LOG.warn(
                    "{}: {} of {} anomalous pictures have no mask in ground_truth, such as {}: they count for the score of a picture, not for where its defect lies",
                    data,
                    withoutMask.size(),
                    anomalous,
                    withoutMask.get(0));
        }
    }
}
