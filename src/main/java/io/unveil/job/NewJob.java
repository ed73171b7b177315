package io.unveil.job;

import java.util.List;
import java.util.Optional;

/**
 * A job that is to be accepted; its files are written already.
 *
 * @param once the key under which the caller may send the request again without making a second job
 * @param digest of the request and its files
 * @param bytes of its files
 */
record NewJob(
        String id,
        String kind,
        String owner,
        Optional<String> once,
        String digest,
        String request,
        List<JobEntry> entries,
        long bytes) {}
