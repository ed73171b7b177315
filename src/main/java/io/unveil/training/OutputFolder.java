package io.unveil.training;

import io.unveil.file.FolderLock;
import io.unveil.file.WholeFile;
import io.unveil.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a training writes into, and no other training at the same time. */
public final class OutputFolder implements AutoCloseable {
    private final FolderLock lock;

    private OutputFolder(FolderLock lock) {
        this.lock = lock;
    }

    /** A folder that may not be written to; the message says why. */
    public static final class Taken extends RuntimeException {
        Taken(String message) {
            super(message);
        }
    }

    /**
     * Claims a folder, which is made where there is none. Throws {@link Taken} where another training writes into it,
     * and where it holds a model that would be lost.
     *
     * @param mayReplace whether a model in it may be replaced or continued
     */
    public static OutputFolder claim(Path folder, boolean mayReplace) throws IOException {
        if (!mayReplace && (Files.exists(folder.resolve(ModelFolder.MANIFEST)) || Checkpoint.isIn(folder))) {
            throw new Taken(
                    "%s holds a model already; --resume continues it, --overwrite replaces it, or train into another folder"
                            .formatted(folder));
        }
        FolderLock lock = FolderLock.of(folder)
                .orElseThrow(() ->
                        new Taken("another training writes into %s; wait for its end, or train into another folder"
                                .formatted(folder)));
        WholeFile.sweep(folder);
        return new OutputFolder(lock);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
