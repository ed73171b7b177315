package io.unveil.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.RejectedImage;
import io.unveil.inference.Models;
import io.unveil.job.Job;
import io.unveil.job.JobDraft;
import io.unveil.job.JobEntry;
import io.unveil.job.JobState;
import io.unveil.job.Jobs;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** POST /v1/batches/{task}: many pictures, one job. What can be refused is refused before the job is accepted. */
@Tag(name = ApiDescription.JOBS)
@RestController
@ConditionalOnProperty(name = "unveil.jobs.enabled", matchIfMissing = true)
class BatchController {
    private final Jobs jobs;
    private final Models models;
    private final AsyncAnswers answers;
    private final JobOwners owners;
    private final LimitsSettings limits;
    private final JsonMapper json;

    BatchController(
            Jobs jobs, Models models, AsyncAnswers answers, JobOwners owners, LimitsSettings limits, JsonMapper json) {
        this.jobs = jobs;
        this.models = models;
        this.answers = answers;
        this.owners = owners;
        this.limits = limits;
        this.json = json;
    }

    @BatchOperation
    @PostMapping(
            path = "/v1/batches/{task}",
            consumes = {
                MediaType.MULTIPART_FORM_DATA_VALUE,
                "application/zip",
                "application/x-zip-compressed",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    ResponseEntity<Object> batch(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"denoise", "fill", "anomaly"}))
                    @PathVariable
                    String task,
            HttpServletRequest request)
            throws IOException, ServletException {
        BatchTask work = BatchTask.parse(task);
        Optional<String> once = IdempotencyKey.of(request);
        try (JobDraft draft = jobs.draft()) {
            BatchBody body = BatchBody.read(
                    request, work.shared(), limits.maxBody().toBytes(), jobs.settings(), new Adding(draft));
            RecordedRequest each = each(work, body, draft);
            check(work, each);
            Job job = jobs.accept(draft, Job.BATCH, owners.of(request), once, json.writeValueAsString(each));
            return answers.answer(job);
        }
    }

    /** Adds pictures, whose headers may already say that they are too many pixels; broken ones are found at work. */
    private final class Adding implements BatchBody.Pictures {
        private final JobDraft draft;
        private long pixels;

        Adding(JobDraft draft) {
            this.draft = draft;
        }

        @Override
        public void add(String name, byte[] picture) {
            long more = pixels(picture);
            pixels += more;
            if (pixels > jobs.settings().maxBatchPixels()) {
                throw new ProblemException(
                        Problem.UNACCEPTABLE_ARCHIVE,
                        "the pictures have more than %d pixels together, the limit (unveil.jobs.max-batch-pixels)"
                                .formatted(jobs.settings().maxBatchPixels()));
            }
            draft.add(name, more, picture);
        }

        private static long pixels(byte[] picture) {
            try {
                return Codec.header(picture).size().pixels();
            } catch (RejectedImage e) {
                return 0;
            }
        }
    }

    private static RecordedRequest each(BatchTask work, BatchBody body, JobDraft draft) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(body.parameters());
        Optional<String> format =
                Optional.ofNullable(parameters.remove(BatchTask.FORMAT)).map(all -> all.get(0));
        List<RecordedRequest.PartFile> parts = new ArrayList<>();
        parts.add(new RecordedRequest.PartFile(Upload.FILE, Optional.of("picture"), Optional.empty()));
        body.shared().forEach((name, bytes) -> {
            draft.put("part-" + name, bytes);
            parts.add(new RecordedRequest.PartFile(name, Optional.of(name), Optional.of("part-" + name)));
        });
        return new RecordedRequest(
                work.route(),
                Map.of(),
                parameters,
                MediaType.MULTIPART_FORM_DATA_VALUE,
                work.accept(format, parameters),
                parts);
    }

    /** By a request without the pictures. */
    private void check(BatchTask work, RecordedRequest each) throws IOException, ServletException {
        JobEntry none = new JobEntry(0, "", 0, JobState.WAITING, Optional.empty(), Optional.empty());
        HttpServletRequest request = ReplayedRequest.of(each, none, name -> new byte[0]);
        work.check(request, each.parts().size() > 1);
        Optional.ofNullable(each.parameters().get("model"))
                .ifPresent(model -> models.require(model.get(0), work.task()));
    }
}
