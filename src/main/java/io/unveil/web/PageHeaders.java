package io.unveil.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What an answer may do in a browser (Content Security Policy Level 3), on every answer. The page: scripts and styles
 * from here only, none written into the page, requests to here only, and no frame around it. Swagger UI writes scripts
 * and styles into its page, the pages about problems styles. All else may do nothing.
 */
final class PageHeaders {
    private static final String POLICY = "Content-Security-Policy";
    private static final String REFERRER = "Referrer-Policy";
    private static final String NO_REFERRER = "no-referrer";
    private static final String ALONE = "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private static final String NOTHING = "default-src 'none'; " + ALONE;

    private static final String PAGE = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob: data:",
            "connect-src 'self'",
            ALONE,
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");

    private static final String SWAGGER = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self' 'unsafe-inline'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' blob:",
            ALONE);

    private static final String PROBLEM = "default-src 'none'; style-src 'unsafe-inline'; " + ALONE;

    private record Rule(RequestMatcher paths, String policy) {}

    private static final List<Rule> RULES = List.of(
            new Rule(paths("/", "/index.html", "/page/**"), PAGE),
            new Rule(paths("/swagger-ui.html", "/swagger-ui/**"), SWAGGER),
            new Rule(paths("/problems/*"), PROBLEM));

    private PageHeaders() {}

    static HeaderWriter writer() {
        return (request, response) -> {
            response.setHeader(POLICY, policy(request));
            response.setHeader(REFERRER, NO_REFERRER);
        };
    }

    /** Of the answer to a request that reaches no filter, in place of Spring Security's too. */
    static Map<String, String> ofUnread() {
        return Map.of(
                POLICY,
                NOTHING,
                REFERRER,
                NO_REFERRER,
                "X-Content-Type-Options",
                "nosniff",
                "X-Frame-Options",
                "DENY",
                HttpHeaders.CACHE_CONTROL,
                "no-store");
    }

    private static String policy(HttpServletRequest request) {
        return RULES.stream()
                .filter(rule -> rule.paths.matches(request))
                .findFirst()
                .map(Rule::policy)
                .orElse(NOTHING);
    }

    private static RequestMatcher paths(String... patterns) {
        PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
        RequestMatcher[] all = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            all[i] = builder.matcher(patterns[i]);
        }
        return new OrRequestMatcher(all);
    }
}
