package io.unveil.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Lets pages of the origins that are set call the routes under /v1. It stands before the check of keys, because a
 * browser sends none with its preflight, and reads errors only with these headers. No cookies are taken.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsSettings.class)
class CrossOrigin {
    private static final List<String> HEADERS = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.AUTHORIZATION,
            "X-API-Key",
            "Prefer",
            "Idempotency-Key");
    private static final Duration REMEMBERED = Duration.ofHours(1);

    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter(
            CorsSettings settings, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        var filter = new FilterRegistrationBean<>(new CorsFilter(request -> allowed(request, settings, routes)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        filter.setEnabled(!settings.allowedOrigins().isEmpty());
        return filter;
    }

    /** What a page of the request's origin may do with its route; null where it may do nothing. */
    private static @Nullable CorsConfiguration allowed(
            HttpServletRequest request, CorsSettings settings, RequestMappingHandlerMapping routes) {
        Set<String> methods = methods(RequestPath.of(request), routes);
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(settings.allowedOrigins());
        allowed.setAllowedMethods(List.copyOf(methods));
        allowed.setAllowedHeaders(HEADERS);
        allowed.setExposedHeaders(List.of(CorsConfiguration.ALL));
        allowed.setMaxAge(REMEMBERED);
        return methods.isEmpty() || allowed.checkOrigin(request.getHeader(HttpHeaders.ORIGIN)) == null ? null : allowed;
    }

    private static Set<String> methods(String path, RequestMappingHandlerMapping routes) {
        PathContainer parsed = PathContainer.parsePath(path);
        return path.startsWith("/v1/")
                ? routes.getHandlerMethods().keySet().stream()
                        .filter(route -> matches(route, parsed))
                        .flatMap(route -> route.getMethodsCondition().getMethods().stream())
                        .map(RequestMethod::name)
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    private static boolean matches(RequestMappingInfo route, PathContainer path) {
        var patterns = route.getPathPatternsCondition();
        return patterns != null && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
