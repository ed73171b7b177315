package io.unveil.web;

import io.unveil.inference.RefusedRequest;
import io.unveil.inference.WorkHandle;
import io.unveil.job.Job;
import io.unveil.job.JobEntry;
import io.unveil.job.JobWork;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Jobs of one picture or many: each goes through its route. */
class PictureJobs implements JobWork {
    private final String kind;
    private final Replay replay;
    private final JsonMapper json;

    PictureJobs(String kind, Replay replay, JsonMapper json) {
        this.kind = kind;
        this.replay = replay;
        this.json = json;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Ended work(Job job, JobEntry entry, Inputs inputs, WorkHandle handle) throws IOException {
        RecordedRequest recorded = json.readValue(job.request(), RecordedRequest.class);
        PictureRun run = new PictureRun(handle);
        Replay.Answered answered = replay.answer(ReplayedRequest.of(recorded, entry, inputs), recorded.route(), run);
        answered.failure()
                .filter(RefusedRequest.class::isInstance)
                .map(RefusedRequest.class::cast)
                .filter(refused -> refused.reason() == RefusedRequest.Reason.CANCELLED
                        || refused.reason() == RefusedRequest.Reason.DRAINING
                        || refused.reason() == RefusedRequest.Reason.BUSY)
                .ifPresent(stopped -> {
                    throw stopped;
                });
        return ended(entry, answered.answer(), run);
    }

    private Ended ended(JobEntry entry, ResponseEntity<?> answer, PictureRun run) {
        if (!answer.getStatusCode().is2xxSuccessful()) {
            return new Ended(false, Optional.empty(), Optional.empty(), json.writeValueAsString(answer.getBody()));
        }
        JobAnswer kept = JobAnswer.of(answer, run.report(), json);
        boolean told = kind.equals(Job.BATCH) && kept.isJson(); // its report stands in that of the batch
        return new Ended(
                true,
                told ? Optional.empty() : Optional.of(JobAnswer.body(answer, json)),
                told ? Optional.empty() : Optional.of(OutputName.of(entry.name(), kept.type())),
                json.writeValueAsString(kept));
    }

    @Override
    public Ended abandoned() {
        return new Ended(
                false,
                Optional.empty(),
                Optional.empty(),
                json.writeValueAsString(ProblemAnswer.of(
                                ProblemAnswer.document(
                                        Problem.INTERNAL,
                                        "the service ended several times while it worked on this picture, which is"
                                                + " given up"),
                                HttpHeaders.EMPTY,
                                "/v1/jobs")
                        .getBody()));
    }
}
