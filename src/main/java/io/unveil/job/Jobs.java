package io.unveil.job;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All jobs, from their acceptance to their deletion. The database is opened at the first use, or after the start where
 * an earlier run may have left jobs in it. Everything throws {@link RefusedJob} with UNAVAILABLE while it cannot be
 * reached. Thread-safe.
 */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final JobSettings settings;
    private final Supplier<List<JobWork>> works;
    private @Nullable Opened opened;

    private record Opened(
            JobDatabase database, JobStore store, JobFiles files, JobQueue queue, TransactionTemplate whole) {}

    /** @param works one for each kind of job; asked for when the first job runs */
    public Jobs(JobSettings settings, Supplier<List<JobWork>> works) {
        this.settings = settings;
        this.works = works;
    }

    public JobSettings settings() {
        return settings;
    }

    /** A job in the making, to be closed whether it is accepted or not. */
    public JobDraft draft() {
        Opened all = open();
        return reached(() -> new JobDraft(
                all.files(), settings.room().toBytes() - all.store().bytes()));
    }

    /**
     * Accepts a job: from now on it is worked on, whatever happens to this process. With the key of a request that was
     * accepted before, that one's job is the answer. Throws {@link RefusedJob} with TOO_MANY, CONFLICT or UNAVAILABLE.
     */
    public Job accept(JobDraft draft, String kind, String owner, Optional<String> once, String request) {
        Opened all = open();
        NewJob job = draft.finish(kind, owner, once, request);
        return reached(() -> {
            Optional<Job> before = once.flatMap(key -> all.store().find(owner, key));
            if (before.isPresent()) {
                return again(all, before.get(), job);
            }
            int live = all.store().live(owner);
            if (live >= settings.perCaller()) {
                throw new RefusedJob(
                        RefusedJob.Reason.TOO_MANY,
                        "%d jobs wait or run already, no more may (unveil.jobs.per-caller)".formatted(live));
            }
            try {
                all.whole().executeWithoutResult(transaction -> all.store().insert(job));
            } catch (DuplicateKeyException e) { // the same request came twice at once
                return again(
                        all, once.flatMap(key -> all.store().find(owner, key)).orElseThrow(() -> e), job);
            }
            draft.accepted();
            all.queue().add(job.id());
            return all.store().find(job.id()).orElseThrow();
        });
    }

    private static Job again(Opened all, Job before, NewJob job) {
        if (!before.digest().equals(job.digest())) {
            throw new RefusedJob(
                    RefusedJob.Reason.CONFLICT,
                    "this Idempotency-Key came before with another request, whose job is '%s'; use a new key for each request"
                            .formatted(before.id()));
        }
        if (before.state().live()) {
            all.queue().add(before.id()); // the first try may have ended before the job was in the queue
        }
        return before;
    }

    /** One job of an owner; throws {@link RefusedJob} with UNKNOWN. */
    public Job require(String id, String owner) {
        Opened all = open();
        return reached(() -> all.store().find(id))
                .filter(job -> job.owner().equals(owner))
                .orElseThrow(() -> RefusedJob.unknown(id));
    }

    /** The pictures of a job, in their order. */
    public List<JobEntry> entries(Job job) {
        Opened all = open();
        return reached(() -> all.store().entries(job.id()));
    }

    /** How many jobs stand before this one, and the pixels of those. */
    public JobsAhead ahead(Job job) {
        Opened all = open();
        return reached(() -> all.store().ahead(job));
    }

    /** One file of a job. */
    public InputStream file(Job job, String name) throws IOException {
        return open().files().open(job.id(), name);
    }

    /**
     * Stops a job that waits or runs; what is done of it stays, so that it can be resumed. Deletes one that has ended.
     */
    public void cancelOrDelete(Job job) {
        Opened all = open();
        reached(() -> {
            if (job.state().live()) {
                all.store().stop(job.id());
                all.queue().stop(job.id());
            } else {
                all.files().delete(job.id());
                all.store().delete(job.id());
            }
            return job;
        });
    }

    /** Puts a cancelled job back into the queue; throws {@link RefusedJob} with WRONG_STATE. */
    public Job resume(Job job) {
        Opened all = open();
        return reached(() -> {
            if (!all.store().resume(job.id())) {
                throw new RefusedJob(
                        RefusedJob.Reason.WRONG_STATE,
                        "the job is %s, only a cancelled one can be resumed"
                                .formatted(job.state().word()));
            }
            all.queue().add(job.id());
            return all.store().find(job.id()).orElseThrow(() -> RefusedJob.unknown(job.id()));
        });
    }

    /** Goes on with the jobs of an earlier run, where there may be any. */
    public void wake() {
        if (settings.embedded() && !JobDatabase.exists(settings.folder())) {
            return;
        }
        try {
            open();
        } catch (RefusedJob e) {
            LOG.warn("jobs of an earlier run wait: {}", e.getMessage());
        }
    }

    /** Jobs in progress go back into the queue. */
    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.queue().close();
            opened.database().close();
            opened = null;
        }
    }

    private synchronized Opened open() {
        if (opened == null) {
            opened = reached(this::opened);
        }
        return opened;
    }

    private Opened opened() throws IOException {
        JobDatabase database = JobDatabase.open(settings);
        JobStore store = new JobStore(database.client());
        JobFiles files =
                settings.filesInDatabase() ? new DatabaseFiles(database.client()) : new FolderFiles(settings.folder());
        JobQueue queue = new JobQueue(settings, database, store, files, byKind());
        queue.start();
        LOG.info("jobs are kept in {}", settings.embedded() ? settings.folder().toAbsolutePath() : settings.database());
        return new Opened(
                database, store, files, queue, new TransactionTemplate(new JdbcTransactionManager(database.source())));
    }

    private Function<String, JobWork> byKind() {
        return kind -> {
            Map<String, JobWork> all = works.get().stream().collect(Collectors.toMap(JobWork::kind, work -> work));
            return Optional.ofNullable(all.get(kind))
                    .orElseThrow(() -> new IllegalStateException("this process does no jobs of kind " + kind));
        };
    }

    @FunctionalInterface
    private interface Reaching<T> {
        T get() throws IOException;
    }

    private <T> T reached(Reaching<T> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException | PoolInitializationException | IOException e) {
            LOG.error("the jobs cannot be reached", e);
            throw RefusedJob.unavailable(
                    settings.embedded()
                            ? "the jobs in the folder %s (unveil.jobs.folder) cannot be reached: the disk may be full, the folder not writable, or in use by another process"
                                    .formatted(settings.folder())
                            : "the database of the jobs (unveil.jobs.database) does not answer",
                    e);
        }
    }
}
