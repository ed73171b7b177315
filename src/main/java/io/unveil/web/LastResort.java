package io.unveil.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers requests that were refused before a controller was found, such as a path with encoded dots or TRACE. */
@Hidden
@RestController
class LastResort implements ErrorController {
    @RequestMapping("/error")
    ResponseEntity<Object> answer(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String asked = path instanceof String known ? known : request.getRequestURI();
        HttpStatus status = code instanceof Integer number ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
        HttpHeaders headers = new HttpHeaders();
        PageHeaders.ofUnread().forEach(headers::set); // those of the first answer were taken back
        return ProblemAnswer.of(
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof BodyTooSlow slow
                        ? ProblemAnswer.document(Problem.BODY_TOO_SLOW, String.valueOf(slow.getMessage()))
                        : document(request, asked, status),
                headers,
                asked);
    }

    private static ProblemDetail document(HttpServletRequest request, String asked, HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> ProblemAnswer.document(Problem.NOT_FOUND, "nothing is at " + asked);
            case METHOD_NOT_ALLOWED ->
                ProblemAnswer.document(
                        Problem.METHOD_NOT_ALLOWED,
                        "the method %s is never allowed"
                                .formatted(request.getAttribute(RequestDispatcher.ERROR_METHOD)));
            case NOT_IMPLEMENTED, HTTP_VERSION_NOT_SUPPORTED ->
                ProblemAnswer.document(Problem.MALFORMED_REQUEST, "the request could not be read");
            case REQUEST_TIMEOUT ->
                ProblemAnswer.document(Problem.BODY_TOO_SLOW, "the body did not come, or its next byte took too long");
            case CONTENT_TOO_LARGE -> ProblemAnswer.document(Problem.BODY_TOO_LARGE, "the request is too large");
            default ->
                status.is4xxClientError()
                        ? ProblemAnswer.document(Problem.MALFORMED_REQUEST, "the request could not be read")
                        : ProblemAnswer.document(Problem.INTERNAL, "the service failed");
        };
    }
}
