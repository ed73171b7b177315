package io.unveil.web;

import io.unveil.image.codec.RejectedImage;
import io.unveil.inference.RefusedRequest;
import io.unveil.job.RefusedJob;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.code.UnreadableCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns every failure of a request into its problem document. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final String JOBS_AGAIN_SECONDS = "10";

    /** Seconds: what others hold is mostly free by then. */
    private static final String RETRY_EXHAUSTED = "5";

    private final LimitsSettings limits;
    private final Metrics metrics;

    Problems(LimitsSettings limits, Metrics metrics) {
        this.limits = limits;
        this.metrics = metrics;
    }

    @ExceptionHandler
    ResponseEntity<Object> ours(ProblemException e, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        if (e.problem() == Problem.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer(e.problem(), words(e), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(BodyTooLarge e, HttpServletRequest request) {
        return answer(Problem.BODY_TOO_LARGE, words(e), HttpHeaders.EMPTY, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> rejected(RejectedImage e, HttpServletRequest request) {
        Problem problem = switch (e.reason()) {
            case UNSUPPORTED -> Problem.UNSUPPORTED_IMAGE;
            case DAMAGED -> Problem.DAMAGED_IMAGE;
            case TOO_MANY_PIXELS -> Problem.TOO_MANY_PIXELS;
        };
        return answer(problem, words(e), HttpHeaders.EMPTY, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(UnreadableCode e, HttpServletRequest request) {
        Problem problem = switch (e.reason()) {
            case UNSUPPORTED -> Problem.UNSUPPORTED_IMAGE;
            case DAMAGED -> Problem.DAMAGED_IMAGE;
        };
        return answer(problem, words(e), HttpHeaders.EMPTY, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(RefusedRequest e, HttpServletRequest request) {
        Problem problem = switch (e.reason()) {
            case UNKNOWN_MODEL -> Problem.UNKNOWN_MODEL;
            case WRONG_TASK -> Problem.WRONG_TASK;
            case MODEL_UNAVAILABLE -> Problem.MODEL_UNAVAILABLE;
            case UNPROCESSABLE_IMAGE -> Problem.UNPROCESSABLE_IMAGE;
            case BUSY -> Problem.BUSY;
            case DRAINING -> Problem.DRAINING;
            case TIMED_OUT -> Problem.TIMED_OUT;
            case TOO_LONG -> Problem.TOO_LONG;
            case CANCELLED -> Problem.JOB_STATE;
            case TOO_LARGE -> Problem.TOO_MUCH_MEMORY;
            case GONE -> Problem.TIMED_OUT; // nobody reads it
        };
        HttpHeaders headers = new HttpHeaders();
        e.retryAfter()
                .map(Duration::toSeconds)
                .ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, wait.toString()));
        return answer(problem, words(e), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> refusedJob(RefusedJob e, HttpServletRequest request) {
        Problem problem = switch (e.reason()) {
            case UNKNOWN -> Problem.UNKNOWN_JOB;
            case WRONG_STATE -> Problem.JOB_STATE;
            case TOO_MANY -> Problem.TOO_MANY_JOBS;
            case CONFLICT -> Problem.IDEMPOTENCY_CONFLICT;
            case UNAVAILABLE -> Problem.JOBS_UNAVAILABLE;
        };
        HttpHeaders headers = new HttpHeaders();
        if (e.reason() == RefusedJob.Reason.TOO_MANY || e.reason() == RefusedJob.Reason.UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, JOBS_AGAIN_SECONDS);
        }
        return answer(problem, words(e), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidParameter e, HttpServletRequest request) {
        ProblemDetail document = ProblemAnswer.document(Problem.INVALID_PARAMETER, words(e));
        document.setProperty("parameter", e.parameter());
        document.setProperty("rejected", e.rejected());
        document.setProperty("allowed", e.allowed());
        return ProblemAnswer.of(document, HttpHeaders.EMPTY, request.getRequestURI());
    }

    /**
     * A query or a form that Tomcat cannot parse: a parameter without a name, a percent sign without its two digits.
     */
    @ExceptionHandler
    ResponseEntity<Object> unreadableParameters(InvalidParameterException e, HttpServletRequest request) {
        return answer(
                Problem.MALFORMED_REQUEST,
                "the parameters could not be read: " + words(root(e)),
                HttpHeaders.EMPTY,
                request);
    }

    /** Names of parameters, or values of headers, with characters that are not printed; its message repeats them. */
    @ExceptionHandler
    ResponseEntity<Object> unprintable(RequestRejectedException e, HttpServletRequest request) {
        LOG.debug("refused by the firewall", e);
        return answer(
                Problem.MALFORMED_REQUEST,
                "the address, a parameter or a header holds characters that are not allowed there, such as an encoded"
                        + " end of line",
                HttpHeaders.EMPTY,
                request);
    }

    /**
     * Memory or stack that ran out ends one request: what it held is free by now. The service goes on; where it cannot,
     * {@link LostThread} ends it.
     */
    private ResponseEntity<Object> exhausted(VirtualMachineError e, HttpServletRequest request) {
        metrics.exhausted(e);
        LOG.error("{} {} ended by {}", request.getMethod(), request.getRequestURI(), e.toString());
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_EXHAUSTED);
        return answer(Problem.EXHAUSTED, Problem.EXHAUSTED.example(), headers, request);
    }

    /**
     * The connection is closed behind the answer: the rest of the body would have to be read before the next request.
     */
    @ExceptionHandler
    ResponseEntity<Object> tooSlow(BodyTooSlow e, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONNECTION, "close");
        return answer(Problem.BODY_TOO_SLOW, words(e), headers, request);
    }

    /** A body whose chunks are wrongly framed, in a form or not. */
    @ExceptionHandler({BadRequestException.class, FileUploadException.class})
    @Nullable
    ResponseEntity<Object> unreadableBody(IOException e, HttpServletRequest request) {
        return root(e) instanceof BadRequestException
                ? answer(
                        Problem.MALFORMED_REQUEST,
                        "the body could not be read: " + words(e),
                        HttpHeaders.EMPTY,
                        request)
                : unforeseen(e, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadableParts(MultipartException e, HttpServletRequest request) {
        if (e.getCause() instanceof InvalidParameterException parameters) {
            return unreadableParameters(parameters, request);
        }
        if (root(e) instanceof BodyTooSlow slow) {
            return tooSlow(slow, request);
        }
        return answer(
                Problem.MISSING_IMAGE,
                "the body cannot be read as multipart/form-data: " + words(root(e)),
                HttpHeaders.EMPTY,
                request);
    }

    /** Any unexpected error. The caller gets an id, the log gets the cause; a caller who has gone gets nothing. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unforeseen(Exception e, HttpServletRequest request) {
        if (root(e) instanceof BodyTooSlow slow) {
            return tooSlow(slow, request);
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            LOG.debug("{}: the caller has gone", request.getRequestURI(), e);
            return null;
        }
        if (root(e) instanceof VirtualMachineError error) { // Spring wraps it
            return exhausted(error, request);
        }
        String id = UUID.randomUUID().toString();
        LOG.error("{} {} failed, id {}{}", request.getMethod(), request.getRequestURI(), id, LoggedFault.of(e));
        ProblemDetail document =
                ProblemAnswer.document(Problem.INTERNAL, "the service failed; the log has the cause under id " + id);
        document.setProperty("id", id);
        return ProblemAnswer.of(document, HttpHeaders.EMPTY, request.getRequestURI());
    }

    /** Requests that Spring itself refuses, in our words; Spring supplies their headers, such as Allow. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpServletRequest asked = ((ServletWebRequest) request).getRequest();
        if (e instanceof HttpRequestMethodNotSupportedException method) {
            return answer(Problem.METHOD_NOT_ALLOWED, methods(method), headers, asked);
        }
        if (e instanceof HttpMediaTypeNotSupportedException type) {
            return answer(Problem.UNSUPPORTED_MEDIA_TYPE, types(type), headers, asked);
        }
        if (e instanceof HttpMediaTypeNotAcceptableException accept) {
            return answer(
                    Problem.NOT_ACCEPTABLE,
                    "Accept was '%s', served are %s"
                            .formatted(asked.getHeader(HttpHeaders.ACCEPT), types(accept.getSupportedMediaTypes())),
                    HttpHeaders.EMPTY,
                    asked);
        }
        if (root(e) instanceof BodyTooSlow slow) {
            return tooSlow(slow, asked);
        }
        if (root(e) instanceof SizeException size
                && size.getPermittedSize() < limits.maxBody().toBytes()) {
            return answer(
                    Problem.MISSING_IMAGE,
                    "the body cannot be read as multipart/form-data: the header lines of a part have more than %d bytes, or do not end in CR LF"
                            .formatted(size.getPermittedSize()),
                    headers,
                    asked);
        }
        if (e instanceof MaxUploadSizeExceededException) {
            return answer(Problem.BODY_TOO_LARGE, tooMuch(e), headers, asked);
        }
        if (e instanceof NoResourceFoundException) {
            return answer(Problem.NOT_FOUND, "nothing is at " + asked.getRequestURI(), headers, asked);
        }
        if (status.is4xxClientError()) {
            return answer(Problem.MALFORMED_REQUEST, "the request could not be read: " + words(e), headers, asked);
        }
        return Objects.requireNonNull(unforeseen(e, asked));
    }

    private String tooMuch(Exception e) {
        return root(e) instanceof FileCountLimitExceededException
                ? "the body has too many parts, allowed are 'file', 'mask', 'reference' and the parameters"
                : BodyTooLarge.detail(limits.maxBody());
    }

    private static String methods(HttpRequestMethodNotSupportedException e) {
        Set<HttpMethod> allowed = e.getSupportedHttpMethods();
        return "the method was %s, allowed is %s"
                .formatted(
                        e.getMethod(),
                        allowed == null
                                ? "none"
                                : allowed.stream()
                                        .map(HttpMethod::name)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
    }

    private static String types(HttpMediaTypeNotSupportedException e) {
        return "Content-Type was '%s', allowed are %s"
                .formatted(
                        e.getContentType() == null ? "not readable" : e.getContentType(),
                        types(e.getSupportedMediaTypes()));
    }

    private static String types(List<MediaType> types) {
        return types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
    }

    private static ResponseEntity<Object> answer(
            Problem problem, String detail, HttpHeaders headers, HttpServletRequest request) {
        return ProblemAnswer.of(ProblemAnswer.document(problem, detail), headers, request.getRequestURI());
    }

    private static String words(Throwable e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
