package io.unveil.web;

import io.unveil.inference.RefusedRequest;
import io.unveil.job.Job;
import io.unveil.job.Jobs;
import io.unveil.job.RefusedJob;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells callers of the progress of jobs: one thread looks after all of them, however many there are. */
@Component
class JobEvents implements AutoCloseable {
    private static final int MOST = 200;
    private static final long LOOK_MILLISECONDS = 300;
    /** Something is sent at least that often, so that nobody on the way takes the line for dead. */
    private static final int SILENT_LOOKS = 50;

    private final Jobs jobs;
    private final JobReports reports;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService thread;

    JobEvents(Jobs jobs, JobReports reports) {
        this.jobs = jobs;
        this.reports = reports;
    }

    private static final class Follower {
        private final String id;
        private final String owner;
        private final SseEmitter line = new SseEmitter(0L);
        private String last = "";
        private int silent;

        Follower(Job job) {
            this.id = job.id();
            this.owner = job.owner();
        }
    }

    /** The events of a job, from its present state to its end. */
    SseEmitter follow(Job job) {
        if (followers.size() >= MOST) {
            throw RefusedRequest.busy("%d callers follow jobs, no more may".formatted(MOST), Duration.ofSeconds(10));
        }
        Follower follower = new Follower(job);
        follower.line.onCompletion(() -> followers.remove(follower));
        follower.line.onError(gone -> followers.remove(follower));
        followers.add(follower);
        start();
        return follower.line;
    }

    private synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread named = new Thread(task, "unveil-job-events");
                named.setDaemon(true);
                return named;
            });
            thread.scheduleWithFixedDelay(
                    () -> followers.forEach(this::look), 0, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    private void look(Follower follower) {
        try {
            Job job = jobs.require(follower.id, follower.owner);
            String now = "%s %.3f %d"
                    .formatted(job.state(), job.share(), job.entries().ended());
            if (!now.equals(follower.last)) {
                follower.last = now;
                follower.silent = 0;
                follower.line.send(SseEmitter.event().name("job").data(reports.of(job)));
            } else if (++follower.silent >= SILENT_LOOKS) {
                follower.silent = 0;
                follower.line.send(SseEmitter.event().comment("still here"));
            }
            if (!job.state().live()) {
                end(follower);
            }
        } catch (RefusedJob | IOException | IllegalStateException e) { // deleted, or the caller has gone
            end(follower);
        }
    }

    private void end(Follower follower) {
        followers.remove(follower);
        follower.line.complete();
    }

    /** Ends all lines; callers connect again, to another replica. */
    @Override
    public void close() {
        followers.forEach(this::end);
    }
}
