package io.unveil.data;

import java.nio.file.Files;
import java.nio.file.Path;

/** Paths within a folder in the layout of MVTec AD. */
record InspectionLayout(Path root) {
    private static final String TRUTH = "ground_truth";
    private static final String TEST = "test";
    private static final String MASK = "_mask.png";

    /** Whether a folder has this layout; then only some of its pictures are normal ones to learn from. */
    boolean isThere() {
        return Files.isDirectory(good(DatasetPart.TRAINING)) || Files.isDirectory(truth());
    }

    /** The normal pictures of a part. */
    Path good(DatasetPart part) {
        return root.resolve(part == DatasetPart.TRAINING ? "train" : TEST).resolve(InspectionSet.GOOD);
    }

    Path test() {
        return root.resolve(TEST);
    }

    Path truth() {
        return root.resolve(TRUTH);
    }

    /** The mask of a picture, given by the picture's path within {@link #test}. */
    Path mask(Path picture) {
        return truth().resolve(withEnding(picture, MASK));
    }

    static Path asPng(Path picture) {
        return withEnding(picture, ".png");
    }

    private static Path withEnding(Path picture, String ending) {
        String file = picture.getFileName().toString();
        return picture.resolveSibling(file.substring(0, Math.max(0, file.lastIndexOf('.'))) + ending);
    }
}
