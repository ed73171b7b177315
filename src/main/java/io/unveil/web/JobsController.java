package io.unveil.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.unveil.job.Job;
import io.unveil.job.JobState;
import io.unveil.job.Jobs;
import io.unveil.job.RefusedJob;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** /v1/jobs: long work that was accepted before. A job is known only to the API key that made it. */
@Tag(name = ApiDescription.JOBS)
@RestController
@ConditionalOnProperty(name = "unveil.jobs.enabled", matchIfMissing = true)
class JobsController {
    private final Jobs jobs;
    private final JobReports reports;
    private final JobEvents events;
    private final JobResults results;
    private final AsyncAnswers answers;
    private final JobOwners owners;

    JobsController(
            Jobs jobs,
            JobReports reports,
            JobEvents events,
            JobResults results,
            AsyncAnswers answers,
            JobOwners owners) {
        this.jobs = jobs;
        this.reports = reports;
        this.events = events;
        this.results = results;
        this.answers = answers;
        this.owners = owners;
    }

    @Operation(
            operationId = "getJob",
            summary = "A job's state",
            description = "How much of it is done, how long it will take, and how many jobs are in front of it.")
    @GetMapping(path = "/v1/jobs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    JobReport job(@PathVariable String id, HttpServletRequest request) throws IOException, ServletException {
        return reports.of(required(id, request));
    }

    @Operation(
            operationId = "getJobResult",
            summary = "A job's result",
            description = """
                What the route would have answered: the same headers, the same bytes. Of a batch a ZIP file: the pictures under their \
                names, `report.json` and `report.csv`. Of a job that failed, its problem.

                    curl localhost:8080/v1/jobs/$ID/result -o clean.png
                """,
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The result",
                            content =
                                    @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary"))))
    @GetMapping("/v1/jobs/{id}/result")
    void result(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Job job = required(id, request);
        if (job.state() != JobState.DONE && job.state() != JobState.FAILED) {
            throw new RefusedJob(
                    RefusedJob.Reason.WRONG_STATE,
                    "the job is %s, its result is there when it is done"
                            .formatted(job.state().word()));
        }
        results.send(job, request, response);
    }

    @Operation(
            operationId = "followJob",
            summary = "A job's progress, as it happens",
            description = """
                Server-sent events named `job`, each the job's state in JSON, the last one when it has ended.

                    curl -N localhost:8080/v1/jobs/$ID/events
                """,
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Events, until the job has ended",
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                            schema = @Schema(type = "string"))))
    @GetMapping(path = "/v1/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String id, HttpServletRequest request) throws IOException, ServletException {
        return events.follow(required(id, request));
    }

    @Operation(
            operationId = "deleteJob",
            summary = "Cancels a job, or deletes it",
            description = "A job that waits or runs is cancelled, and its work stops within a second; what is done of a"
                    + " batch stays. A job that has ended is deleted with its pictures.")
    @ApiResponse(responseCode = "204", description = "It is cancelled or deleted", content = @Content)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/v1/jobs/{id}")
    void delete(@PathVariable String id, HttpServletRequest request) throws IOException, ServletException {
        jobs.cancelOrDelete(required(id, request));
    }

    @Operation(
            operationId = "resumeJob",
            summary = "Goes on with a cancelled job",
            description = "Pictures that were done before stay done.",
            responses =
                    @ApiResponse(
                            responseCode = "202",
                            description = "It waits again",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = JobReport.class))))
    @PostMapping("/v1/jobs/{id}/resume")
    ResponseEntity<Object> resume(@PathVariable String id, HttpServletRequest request)
            throws IOException, ServletException {
        return answers.answer(jobs.resume(required(id, request)));
    }

    private Job required(String id, HttpServletRequest request) throws IOException, ServletException {
        Parameters.requireNone(request);
        return jobs.require(id, owners.of(request));
    }
}
