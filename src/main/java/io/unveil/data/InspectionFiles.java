package io.unveil.data;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Mask;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.codec.Codec;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes normal pictures to learn from and a set to test with as PNG files in the layout of MVTec AD, as {@link InspectionSet#read} reads it. */
public final class InspectionFiles {
    private final InspectionLayout layout;

    private InspectionFiles(Path folder) {
        this.layout = new InspectionLayout(folder);
    }

    /** Into {@code train/good}, {@code test/<class>} and {@code ground_truth/<class>}; files of the same names are written over. */
    public static void write(Path folder, Dataset normal, InspectionSet test) throws IOException {
        InspectionFiles files = new InspectionFiles(folder);
        for (int i = 0; i < normal.count(); i++) {
            write(
                    files.layout.good(DatasetPart.TRAINING).resolve("%04d.png".formatted(i)),
                    normal.example(i).pixels());
        }
        for (InspectionSet.Item item : test.items()) {
            files.write(item);
        }
    }

    private void write(InspectionSet.Item item) throws IOException {
        Path name = InspectionLayout.asPng(Path.of(item.name()));
        write(layout.test().resolve(name), item.picture());
        if (item.defect().isPresent()) {
            Mask defect = item.defect().get();
            write(layout.mask(name), defect.weights(Rectangle.of(defect.size()), 0));
        }
    }

    private static void write(Path file, Pixels pixels) throws IOException {
        write(file, Picture.of(pixels, BitDepth.EIGHT, Format.PNG));
    }

    private static void write(Path file, Picture picture) throws IOException {
        Files.createDirectories(file.getParent());
        ModelFolder.writeWhole(file, Codec.encode(picture, Format.PNG, 100));
    }
}
