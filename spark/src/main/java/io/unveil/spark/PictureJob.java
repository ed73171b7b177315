package io.unveil.spark;

import io.unveil.image.Picture;
import io.unveil.image.codec.PictureFile;
import io.unveil.inference.Models;
import io.unveil.model.Task;
import io.unveil.report.ReportDraft;
import java.io.IOException;
import java.util.Optional;

/** What is made of each picture of a folder. */
interface PictureJob {
    /**
     * Wrong parameters are refused here, before anything starts; throws {@link io.unveil.pipeline.InvalidParameter}.
     */
    void check();

    RunOptions run();

    /** The model that is asked for by name; empty = the pictures decide. */
    Optional<String> model();

    Task task();

    /** The work itself, with these models. Thread-safe. */
    Work work(Models models, RemoteFiles files);

    /** Makes one picture from another. */
    @FunctionalInterface
    interface Work {
        Made on(String name, PictureFile file) throws IOException;
    }

    /** @param picture to be written; empty where only figures are asked for */
    record Made(Optional<Picture> picture, ReportDraft draft) {}
}
