package io.unveil.data;

import io.unveil.autoencoder.Manifest;
import io.unveil.image.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The pictures of a folder (searched recursively) or a zip file, in order of name, and what is to be said of them in a manifest. */
public record Photographs(Manifest.DataSet set, List<Photograph> pictures) {
    /**
     * Reads all pictures that are at least as large as a patch; smaller and unreadable ones are named in the log and left out.
     *
     * @throws UnusableData when none is left
     */
    public static Photographs read(Path data, int channels, int smallestSide) throws IOException {
        PictureFiles files = DatasetReader.pictures(data, channels, new Size(smallestSide, smallestSide));
        return new Photographs(
                files.set(),
                files.pictures().stream()
                        .map(each -> new Photograph(each.name(), each.size(), channels, each.samples()))
                        .toList());
    }
}
