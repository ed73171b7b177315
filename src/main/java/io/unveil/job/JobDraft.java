package io.unveil.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A job in the making: its files are written as they come, and deleted unless it is accepted. Not thread-safe. */
public final class JobDraft implements AutoCloseable {
    private final String id = UUID.randomUUID().toString();
    private final JobFiles files;
    private final long room;
    private final MessageDigest digest = sha256();
    private final List<JobEntry> entries = new ArrayList<>();
    private long bytes;
    private boolean accepted;

    JobDraft(JobFiles files, long room) {
        this.files = files;
        this.room = room;
    }

    /** Adds a picture under the name that its caller gave it. */
    public void add(String name, long pixels, byte[] picture) {
        JobEntry entry =
                new JobEntry(entries.size(), name, pixels, JobState.WAITING, Optional.empty(), Optional.empty());
        put(entry.input(), picture);
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        entries.add(entry);
    }

    /** Adds a file that all pictures share. */
    public void put(String name, byte[] file) {
        bytes += file.length;
        if (bytes > room) {
            throw new RefusedJob(
                    RefusedJob.Reason.UNAVAILABLE,
                    "the pictures of jobs fill the room set aside for them (unveil.jobs.room); delete finished jobs,"
                            + " or ask again later");
        }
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(file);
        try {
            files.write(id, name, file);
        } catch (IOException e) {
            throw RefusedJob.unavailable("the picture could not be stored, the disk may be full", e);
        }
    }

    public int count() {
        return entries.size();
    }

    /** @param once the idempotency key, where one came */
    NewJob finish(String kind, String owner, Optional<String> once, String request) {
        digest.update(request.getBytes(StandardCharsets.UTF_8));
        return new NewJob(
                id, kind, owner, once, HexFormat.of().formatHex(digest.digest()), request, List.copyOf(entries), bytes);
    }

    void accepted() {
        accepted = true;
    }

    @Override
    public void close() {
        if (!accepted) {
            try {
                files.delete(id);
            } catch (IOException e) {
                throw RefusedJob.unavailable("the pictures of a refused job could not be deleted", e);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
