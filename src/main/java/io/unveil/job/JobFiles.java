package io.unveil.job;

import java.io.IOException;
import java.io.InputStream;

/** The files of jobs, each whole or not there. */
interface JobFiles {
    /** Writes or replaces one. */
    void write(String job, String name, byte[] bytes) throws IOException;

    byte[] read(String job, String name) throws IOException;

    /** The same, piece by piece. */
    InputStream open(String job, String name) throws IOException;

    /** Deletes all of a job; none is no fault. */
    void delete(String job) throws IOException;
}
