package io.unveil.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** A problem as an answer: application/problem+json (RFC 9457), whatever the request accepts. */
final class ProblemAnswer {
    private ProblemAnswer() {}

    static ProblemDetail document(Problem problem, String detail) {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(problem.status(), detail);
        document.setType(problem.type());
        document.setTitle(problem.title());
        return document;
    }

    /** The address as it was sent; empty where it is not a URI, which may be the very error. */
    static Optional<URI> instance(String path) {
        try {
            return Optional.of(new URI(path));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * The content type is set by hand, because a choice by Accept would leave the body empty where Accept itself is
     * wrong.
     */
    static ResponseEntity<Object> of(ProblemDetail document, HttpHeaders headers, String path) {
        instance(path).ifPresent(document::setInstance);
        return ResponseEntity.status(document.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }
}
