package io.unveil.spark;

import io.unveil.cli.WriteFlags;
import io.unveil.pipeline.InvalidParameter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Folders, what to do with earlier results, and how pictures are written; the same in every command that makes some.
 */
final class RunOptions {
    @Mixin
    private FolderOptions folders;

    @Option(
            names = "--resume",
            description = "Go on in an output that an earlier run left: pictures with a row in its table are skipped.")
    private boolean resume;

    @Option(
            names = "--overwrite",
            description =
                    "Begin anew in an output that an earlier run left: its table is deleted, pictures are replaced.")
    private boolean overwrite;

    @Mixin
    private WriteFlags writing;

    /** Throws {@link InvalidParameter}. */
    void check() {
        folders.check();
        writing.options();
        if (resume && overwrite) {
            throw new InvalidParameter("--resume", "given with --overwrite", "one of the two");
        }
    }

    FolderOptions folders() {
        return folders;
    }

    boolean resume() {
        return resume;
    }

    boolean overwrite() {
        return overwrite;
    }

    WriteFlags writing() {
        return writing;
    }
}
