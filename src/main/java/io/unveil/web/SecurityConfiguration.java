package io.unveil.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Access: with keys set, only callers who send one; the status of health, the API's description and the pages about
 * problems are open to all, and so is the page, which asks for a key when the service needs one.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);
    private static final String BEARER = "Bearer ";
    private static final String[] OPEN = {
        "/actuator/health/**",
        "/",
        "/index.html",
        "/page/**",
        "/problems/*",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml"
    };

    @Bean
    ApiKeys apiKeys(SecuritySettings settings, ConfigurableEnvironment environment) {
        MisspeltKeys.refuse(environment);
        ApiKeys keys = ApiKeys.of(settings.entries());
        if (keys.open()) {
            LOG.warn("no API keys are set (unveil.security.api-keys): everybody who reaches this service may use it");
        }
        return keys;
    }

    /** No sessions, no login and no cookies, so that a foreign page cannot use them and CSRF tokens are not needed. */
    @Bean
    SecurityFilterChain chain(
            HttpSecurity http, ApiKeys keys, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return http.headers(headers -> headers.addHeaderWriter(PageHeaders.writer()))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new Known(keys), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint((request, response, refusal) -> problems.resolveException(
                                request, response, null, new ProblemException(Problem.UNAUTHORIZED, detail(request)))))
                .build();
    }

    /**
     * Authenticates every caller where no keys are set, else those who send a valid one. Authenticated callers also see
     * the details of health.
     */
    private static final class Known extends OncePerRequestFilter {
        private final ApiKeys keys;

        Known(ApiKeys keys) {
            this.keys = keys;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (keys.open() || key(request).map(keys::know).orElse(false)) {
                SecurityContextHolder.getContext()
                        .setAuthentication(new PreAuthenticatedAuthenticationToken("caller", "", List.of()));
            }
            chain.doFilter(request, response);
        }
    }

    /** The key that a caller sent, known or not. */
    static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("X-API-Key"))
                .or(() -> Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                        .map(value -> value.substring(BEARER.length()).strip()));
    }

    private static String detail(HttpServletRequest request) {
        return (key(request).isPresent() ? "the API key is not known" : "no API key was sent")
                + "; send one as X-API-Key or as Authorization: Bearer";
    }
}
