package io.unveil.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.unveil.inference.RefusedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Works on the jobs of a database. db-scheduler hands each to one process and notices when that dies; what is done of a
 * job stands in its entries, so that whoever takes it up goes on with the next picture.
 */
final class JobQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final String TABLE = "unveil_task";
    /** How often progress is noted, and how soon a cancelled job learns of it. */
    private static final long LOOK_MILLISECONDS = 250;

    /** Of this process, in the column picked_by. */
    private static final String NAME = "%d-%s".formatted(ProcessHandle.current().pid(), UUID.randomUUID());

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration AGAIN = Duration.ofSeconds(5);
    /** Before an interrupted job is tried again, so that whatever it needs may become free. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final Duration STOPPING = Duration.ofSeconds(20);
    /** A job with many pictures goes behind the others that wait after this time. */
    private static final Duration SLICE = Duration.ofSeconds(10);

    private static final int MOST_TRIES = 5;

    private final JobStore store;
    private final JobFiles files;
    private final Duration keep;
    private final Function<String, JobWork> works;
    private final CustomTask<Void> task;
    private final Scheduler scheduler;
    private final Map<String, RunningJob> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(look -> {
        Thread thread = new Thread(look, "unveil-jobs-look");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closing;

    JobQueue(
            JobSettings settings,
            JobDatabase database,
            JobStore store,
            JobFiles files,
            Function<String, JobWork> works) {
        this.store = store;
        this.files = files;
        this.keep = settings.keep();
        this.works = works;
        this.task = Tasks.custom("job", Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(instance.getId()));
        RecurringTask<Void> cleaning = Tasks.recurring("clean", FixedDelay.of(between(settings.keep())))
                .execute((instance, context) -> clean());
        this.scheduler = Scheduler.create(database.source(), task)
                .startTasks(cleaning)
                .tableName(TABLE)
                .schedulerName(new SchedulerName.Fixed(NAME))
                .threads(settings.workers())
                .pollingInterval(settings.poll())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOPPING)
                .enableImmediateExecution()
                .build();
    }

    void start() {
        scheduler.start();
        looks.scheduleWithFixedDelay(this::look, LOOK_MILLISECONDS, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Puts a job into the queue; one that is there already stays. */
    void add(String id) {
        scheduler.scheduleIfNotExists(task.instance(id), Instant.now());
    }

    /** Stops the work on a job in this process; another one learns of it from the database. */
    void stop(String id) {
        Optional.ofNullable(running.get(id)).ifPresent(RunningJob::stop);
    }

    /** Jobs in progress go back into the queue, for another process or the next start. */
    @Override
    public void close() {
        closing = true;
        running.values().forEach(RunningJob::stop);
        scheduler.stop();
        looks.shutdownNow();
    }

    private static Duration between(Duration keep) {
        Duration often = keep.dividedBy(2);
        Duration least = Duration.ofSeconds(1);
        Duration most = Duration.ofMinutes(10);
        return often.compareTo(least) < 0 ? least : often.compareTo(most) > 0 ? most : often;
    }

    private CompletionHandler<Void> run(String id) {
        if (!store.start(id)) {
            store.end(id, JobState.CANCELLED, Optional.empty()); // stopped while it waited; one that is gone stays gone
            return new CompletionHandler.OnCompleteRemove<>();
        }
        Job job = store.find(id).orElseThrow();
        RunningJob handles = new RunningJob(job.entries());
        running.put(id, handles);
        try {
            if (closing || !work(job, handles)) {
                store.interrupt(id);
                return (complete, operations) ->
                        operations.reschedule(complete, Instant.now().plus(PAUSE));
            }
        } catch (IOException e) {
            store.interrupt(id);
            throw new UncheckedIOException(
                    "job %s could not read or write its files and is tried again".formatted(id), e);
        } finally {
            running.remove(id);
        }
        return new CompletionHandler.OnCompleteRemove<>();
    }

    /** Whether the job has ended; else it has to wait again. */
    private boolean work(Job job, RunningJob handles) throws IOException {
        JobWork work = works.apply(job.kind());
        Instant from = Instant.now();
        boolean worn = store.tries(job.id()) > MOST_TRIES;
        try {
            for (JobEntry entry : store.entries(job.id())) {
                if (entry.state() != JobState.WAITING) {
                    continue;
                }
                if (Duration.between(from, Instant.now()).compareTo(SLICE) > 0
                        && store.live().size() > 1) {
                    return false;
                }
                end(
                        job,
                        entry,
                        worn
                                ? work.abandoned()
                                : work.work(job, entry, name -> files.read(job.id(), name), handles.next()));
                worn = false;
                handles.ended();
            }
        } catch (RefusedRequest e) {
            switch (e.reason()) {
                case CANCELLED -> {
                    if (closing) {
                        return false;
                    }
                    store.end(job.id(), JobState.CANCELLED, Optional.empty());
                    return true;
                }
                case DRAINING, BUSY -> {
                    return false;
                }
                default -> throw e;
            }
        }
        finish(job);
        return true;
    }

    private void end(Job job, JobEntry entry, JobWork.Ended ended) throws IOException {
        if (ended.file().isPresent()) {
            files.write(job.id(), entry.result(), ended.file().get());
            store.addBytes(job.id(), ended.file().get().length);
        }
        store.end(
                job.id(),
                new JobEntry(
                        entry.number(),
                        entry.name(),
                        entry.pixels(),
                        ended.done() ? JobState.DONE : JobState.FAILED,
                        ended.output(),
                        Optional.of(ended.answer())));
    }

    /** A job of a single picture fails with it; of several, each has an answer of its own. */
    private void finish(Job job) {
        List<JobEntry> entries = store.entries(job.id());
        boolean failed = entries.size() == 1 && entries.get(0).state() == JobState.FAILED && job.single();
        store.end(
                job.id(),
                failed ? JobState.FAILED : JobState.DONE,
                failed ? entries.get(0).answer() : Optional.empty());
    }

    private void look() {
        running.forEach((id, job) -> {
            try {
                if (!store.progress(id, job.share())) {
                    job.stop();
                }
            } catch (DataAccessException e) {
                LOG.warn("the progress of job {} could not be noted: {}", id, e.getMessage());
            }
        });
    }

    /**
     * Deletes jobs whose time is over, and puts back those that are in no queue because a process died between two
     * steps.
     */
    private void clean() {
        for (String id : store.endedBefore(Instant.now().minus(keep))) {
            try {
                files.delete(id);
                store.delete(id);
            } catch (IOException e) {
                LOG.warn("the files of job {} could not be deleted: {}", id, e.getMessage());
            }
        }
        store.live().forEach(this::add);
    }
}
