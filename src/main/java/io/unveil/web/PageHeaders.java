package io.unveil.web;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * What the page may do, said to the browser: scripts and styles from here alone, none written into the page, requests
 * to here alone, and no frame around it (Content Security Policy Level 3). Swagger UI writes scripts into its page, so
 * it is left out.
 */
final class PageHeaders {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob: data:",
            "connect-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    private PageHeaders() {}

    static HeaderWriter writer() {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        var page = new OrRequestMatcher(paths.matcher("/"), paths.matcher("/index.html"), paths.matcher("/page/**"));
        var policy = new ContentSecurityPolicyHeaderWriter(POLICY);
        var referrer = new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER);
        return new DelegatingRequestMatcherHeaderWriter(page, (request, response) -> {
            policy.writeHeaders(request, response);
            referrer.writeHeaders(request, response);
        });
    }
}
