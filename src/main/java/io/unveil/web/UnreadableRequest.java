package io.unveil.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Tomcat's answer to a request so malformed that it reaches no servlet: a problem document like any other, instead of
 * an HTML page. Tomcat creates it by the class name.
 */
public final class UnreadableRequest extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRequest.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        Said said = Said.of(response.getStatus(), request.getMethod());
        if (said.problem == Problem.INTERNAL) {
            LOG.error(
                    "a request failed before it reached a route: {}{}",
                    said.detail,
                    fault == null ? "" : LoggedFault.of(fault));
        }
        response.setStatus(said.problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        PageHeaders.ofUnread().forEach(response::setHeader);
        try {
            Writer out = response.getReporter();
            if (out != null) { // null where the answer has begun
                out.write(document(said, Optional.ofNullable(request.getRequestURI())));
                response.finishResponse();
            }
        } catch (IOException e) {
            LOG.debug("the caller of a malformed request has gone", e);
        }
    }

    /** What is answered to the status that Tomcat meant: what it does not know is the caller's mistake. */
    record Said(Problem problem, String detail) {
        static Said of(int status, @Nullable String method) {
            return switch (status) {
                case 501 ->
                    new Said(
                            Problem.MALFORMED_REQUEST,
                            "CONNECT".equals(method)
                                    ? "the method CONNECT is for proxies, which this is not"
                                    : "Transfer-Encoding names a coding that is not known; known is chunked");
                case 505 ->
                    new Said(Problem.MALFORMED_REQUEST, "the version of HTTP is not known; known are 1.0 and 1.1");
                case 405 -> new Said(Problem.METHOD_NOT_ALLOWED, "the method is never allowed");
                default ->
                    status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                            ? new Said(Problem.MALFORMED_REQUEST, Problem.MALFORMED_REQUEST.example())
                            : new Said(
                                    Problem.INTERNAL,
                                    "the service failed; the log has the cause under id " + UUID.randomUUID());
            };
        }
    }

    /** In ASCII only, because JSON's media type names no charset; a URI and our own words need no escapes. */
    static String document(Said said, Optional<String> path) {
        Problem problem = said.problem;
        return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"%s}"
                .formatted(
                        problem.type(),
                        problem.title(),
                        problem.status().value(),
                        said.detail,
                        path.flatMap(ProblemAnswer::instance)
                                .map(uri -> ",\"instance\":\"%s\"".formatted(uri.toASCIIString()))
                                .orElse(""));
    }
}
