package io.unveil.web;

import io.unveil.job.JobSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the body of a request with {@code Prefer: respond-async} (RFC 7240, section 4.1) while its route reads it, so
 * that it can become a job. Where jobs are switched off the preference is ignored.
 */
@Component
class RespondAsync extends OncePerRequestFilter {
    static final String PREFER = "Prefer";
    static final String APPLIED = "Preference-Applied";
    static final String WORD = "respond-async";

    private final JobSettings settings;
    private final LimitsSettings limits;

    RespondAsync(JobSettings settings, LimitsSettings limits) {
        this.settings = settings;
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                settings.enabled() && preferred(request) && !BatchBody.takes(request)
                        ? new ContentCachingRequestWrapper(
                                request, Math.toIntExact(limits.maxBody().toBytes()))
                        : request,
                response);
    }

    /** The body that was read, where the request prefers a job. */
    static Optional<ContentCachingRequestWrapper> kept(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getNativeRequest(request, ContentCachingRequestWrapper.class));
    }

    /** Whether a request prefers a job. */
    static boolean preferred(HttpServletRequest request) {
        return Collections.list(request.getHeaders(PREFER)).stream()
                .flatMap(value -> Arrays.stream(value.split("[,;]")))
                .anyMatch(word -> word.strip().equalsIgnoreCase(WORD));
    }
}
