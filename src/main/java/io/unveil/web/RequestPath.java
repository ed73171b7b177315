package io.unveil.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** Where a request goes, whatever prefix the service has ({@code server.servlet.context-path}). */
final class RequestPath {
    private RequestPath() {}

    /** The path below the prefix, as in {@code /v1/denoise}; empty where the request has none. */
    static String of(HttpServletRequest request) {
        String path = Objects.requireNonNullElse(request.getRequestURI(), "");
        String prefix = Objects.requireNonNullElse(request.getContextPath(), "");
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }
}
