package io.unveil.job;

import io.unveil.inference.WorkHandle;
import java.io.IOException;
import java.util.Optional;

/** What jobs of one kind do. Thread-safe. */
public interface JobWork {
    /** The word that jobs of this kind are stored with. */
    String kind();

    /**
     * Works on one picture; its own failures are answers, not exceptions. Throws
     * {@link io.unveil.inference.RefusedRequest} with CANCELLED when the handle stops it DRAINING when the service
     * stops and BUSY when it has no room for the picture now.
     */
    Ended work(Job job, JobEntry entry, Inputs inputs, WorkHandle handle) throws IOException;

    /** The answer for a picture during which the process ended several times. */
    Ended abandoned();

    /** The files of a job. */
    @FunctionalInterface
    interface Inputs {
        byte[] read(String name) throws IOException;
    }

    /**
     * How the work on one picture ended.
     *
     * @param done whether it has a result; else the answer is a problem
     * @param file what was made
     * @param output its name
     * @param answer what is said of it
     */
    record Ended(boolean done, Optional<byte[]> file, Optional<String> output, String answer) {}
}
