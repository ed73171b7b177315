package io.unveil.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
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
        Problem problem = response.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value()
                ? Problem.MALFORMED_REQUEST
                : Problem.INTERNAL;
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            Writer out = response.getReporter();
            if (out != null) { // null where the answer has begun
                out.write(document(problem, Optional.ofNullable(request.getRequestURI())));
                response.finishResponse();
            }
        } catch (IOException e) {
            LOG.debug("the caller of a malformed request has gone", e);
        }
    }

    /** In ASCII only, because JSON's media type names no charset; a URI and our own words need no escapes. */
    private static String document(Problem problem, Optional<String> path) {
        return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"%s}"
                .formatted(
                        problem.type(),
                        problem.title(),
                        problem.status().value(),
                        problem.example(),
                        path.flatMap(ProblemAnswer::instance)
                                .map(uri -> ",\"instance\":\"%s\"".formatted(uri.toASCIIString()))
                                .orElse(""));
    }
}
