package io.unveil.web;

import io.unveil.inference.Admission;
import io.unveil.job.Job;
import io.unveil.job.JobState;
import io.unveil.job.Jobs;
import io.unveil.job.JobsAhead;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is said of jobs. */
@Component
class JobReports {
    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {};

    private final Jobs jobs;
    private final Admission admission;
    private final JsonMapper json;
    private final String prefix;

    JobReports(
            Jobs jobs, Admission admission, JsonMapper json, @Value("${server.servlet.context-path:}") String prefix) {
        this.prefix = prefix;
        this.jobs = jobs;
        this.admission = admission;
        this.json = json;
    }

    /** The path of a job, with the service's prefix. */
    String address(Job job) {
        return prefix + "/v1/jobs/" + job.id();
    }

    JobReport of(Job job) {
        Optional<JobsAhead> ahead = job.state() == JobState.WAITING ? Optional.of(jobs.ahead(job)) : Optional.empty();
        return new JobReport(
                job.id(),
                job.kind(),
                json.readTree(job.request()).path("route").asString(""),
                job.state().word(),
                job.share(),
                new JobReport.Pictures(
                        job.entries().all(), job.entries().done(), job.entries().failed()),
                ahead.map(JobsAhead::jobs),
                expected(job, ahead).map(left -> left.toMillis() / 1e3),
                job.created(),
                job.started(),
                job.ended(),
                job.ended().map(end -> end.plus(jobs.settings().keep())),
                job.state() == JobState.DONE ? Optional.of(address(job) + "/result") : Optional.empty(),
                job.problem().map(document -> json.readValue(document, DOCUMENT)));
    }

    /** By the job's own pace once a part of it is done; before that by the pixels, at the pace of the last pictures. */
    private Optional<Duration> expected(Job job, Optional<JobsAhead> ahead) {
        if (!job.state().live()) {
            return Optional.empty();
        }
        if (job.state() == JobState.RUNNING && job.share() > 0 && job.started().isPresent()) {
            double soFar = Duration.between(job.started().get(), Instant.now()).toMillis();
            return Optional.of(Duration.ofMillis(Math.round(soFar * (1 - job.share()) / job.share())));
        }
        long pixels = ahead.map(JobsAhead::pixels).orElse(0L) + Math.round(job.pixels() * (1 - job.share()));
        return Optional.of(admission.expected(pixels));
    }
}
