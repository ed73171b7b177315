package io.unveil.job;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as it stands in the database.
 *
 * @param kind which {@link JobWork} does it
 * @param request what was asked, in words of that work
 * @param share of it that is done, 0 to 1
 * @param pixels of all its pictures, as their headers claim them
 * @param entries its pictures, by state
 * @param problem why it failed, in words of its work
 */
public record Job(
        String id,
        String kind,
        String owner,
        String digest,
        String request,
        JobState state,
        double share,
        long pixels,
        Entries entries,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<String> problem) {
    /** The kind whose jobs have one picture, and its answer. */
    public static final String PICTURE = "picture";
    /** The kind whose jobs have several pictures, each with an answer of its own. */
    public static final String BATCH = "batch";

    /** Whether it succeeds or fails with its only picture. */
    boolean single() {
        return !kind.equals(BATCH);
    }

    /** Numbers of pictures. */
    public record Entries(int all, int done, int failed) {
        /** Those that are not worked on any more. */
        public int ended() {
            return done + failed;
        }
    }
}
