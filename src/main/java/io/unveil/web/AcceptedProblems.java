package io.unveil.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes application/problem+json out of Accept. Clients that are generated from the API's description name it, some of
 * them nothing else, because every route may answer with a problem. That says how they read errors, not which form of
 * the answer they want, and problems are sent whatever is accepted.
 */
@Component
final class AcceptedProblems extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> sent = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        List<String> kept = withoutProblems(sent);
        chain.doFilter(kept.equals(sent) ? request : new Accepting(request, kept), response);
    }

    private static List<String> withoutProblems(List<String> sent) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(sent);
            List<MediaType> others = types.stream()
                    .filter(type -> !type.equalsTypeAndSubtype(MediaType.APPLICATION_PROBLEM_JSON))
                    .toList();
            return others.equals(types)
                    ? sent
                    : others.stream().map(MediaType::toString).toList();
        } catch (InvalidMediaTypeException e) {
            return sent; // the route refuses it, with these words
        }
    }

    private static final class Accepting extends HttpServletRequestWrapper {
        private final List<String> accepted;

        Accepting(HttpServletRequest request, List<String> accepted) {
            super(request);
            this.accepted = accepted;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name)
                    ? accepted.isEmpty() ? null : String.join(", ", accepted)
                    : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name)
                    ? Collections.enumeration(accepted)
                    : super.getHeaders(name);
        }
    }
}
