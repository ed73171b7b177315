package io.unveil.web;

import io.unveil.job.Job;
import io.unveil.job.JobDraft;
import io.unveil.job.Jobs;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.ContentCachingRequestWrapper;
import tools.jackson.databind.json.JsonMapper;

/** Turns requests that prefer it into jobs, after their routes have checked them. */
@Component
class AsyncAnswers {
    private final Jobs jobs;
    private final JobReports reports;
    private final JobOwners owners;
    private final JsonMapper json;

    AsyncAnswers(Jobs jobs, JobReports reports, JobOwners owners, JsonMapper json) {
        this.jobs = jobs;
        this.reports = reports;
        this.owners = owners;
        this.json = json;
    }

    /**
     * The answer 202 to the present request, which has become a job; empty where it is to be answered now.
     *
     * @param pixels of its pictures
     */
    Optional<ResponseEntity<Object>> accepted(long pixels) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? RespondAsync.kept(attributes.getRequest()).map(request -> accept(request, pixels))
                : Optional.empty();
    }

    private ResponseEntity<Object> accept(ContentCachingRequestWrapper request, long pixels) {
        try (JobDraft draft = jobs.draft()) {
            RecordedRequest recorded = RecordedRequest.of(request);
            if (recorded.multipart()) {
                addParts(draft, recorded, request, pixels);
            } else {
                draft.add("picture", pixels, request.getContentAsByteArray());
            }
            Job job = jobs.accept(
                    draft,
                    Job.PICTURE,
                    owners.of(request),
                    IdempotencyKey.of(request),
                    json.writeValueAsString(recorded));
            return answer(job);
        } catch (IOException | ServletException e) {
            throw new UncheckedIOException("the request was read before", new IOException(e));
        }
    }

    /** 202 with the job's address. */
    ResponseEntity<Object> answer(Job job) {
        return ResponseEntity.accepted()
                .location(URI.create(reports.address(job)))
                .header(RespondAsync.APPLIED, RespondAsync.WORD)
                .contentType(MediaType.APPLICATION_JSON)
                .body(reports.of(job));
    }

    private static void addParts(JobDraft draft, RecordedRequest recorded, HttpServletRequest request, long pixels)
            throws IOException, ServletException {
        for (RecordedRequest.PartFile file : recorded.parts()) {
            Part part = request.getPart(file.name());
            try (InputStream body = part.getInputStream()) {
                if (file.shared().isPresent()) {
                    draft.put(file.shared().get(), body.readAllBytes());
                } else {
                    draft.add(file.filename().orElse("picture"), pixels, body.readAllBytes());
                }
            }
        }
    }
}
