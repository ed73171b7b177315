package io.unveil.web;

import io.unveil.job.Job;
import io.unveil.job.JobEntry;
import io.unveil.job.JobState;
import io.unveil.job.Jobs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends what jobs made. */
@Component
class JobResults {
    private final Jobs jobs;
    private final JsonMapper json;

    JobResults(Jobs jobs, JsonMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    /** Of a job that has ended. */
    void send(Job job, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (job.state() == JobState.FAILED) {
            fail(job, request, response);
        } else if (job.kind().equals(Job.BATCH)) {
            response.setContentType("application/zip");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.zip\"".formatted(job.id()));
            BatchArchive.write(job, jobs, json, response.getOutputStream());
        } else {
            answer(job, jobs.entries(job).get(0), response);
        }
    }

    /** As the route would have answered. */
    private void answer(Job job, JobEntry entry, HttpServletResponse response) throws IOException {
        JobAnswer kept = json.readValue(entry.answer().orElseThrow(), JobAnswer.class);
        try (InputStream body = jobs.file(job, entry.result())) {
            response.setStatus(kept.status());
            kept.headers().forEach(response::setHeader);
            body.transferTo(response.getOutputStream());
        }
    }

    private void fail(Job job, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ObjectNode problem = (ObjectNode) json.readTree(job.problem().orElseThrow());
        problem.put("instance", request.getRequestURI());
        response.setStatus(problem.path("status").asInt());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
