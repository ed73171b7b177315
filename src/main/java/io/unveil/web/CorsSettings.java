package io.unveil.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pages of other origins that may call the service from a browser (Cross-Origin Resource Sharing).
 *
 * @param allowedOrigins origins such as https://app.example or http://localhost:5173, without a path, or * for all;
 *     none = only the service's own page
 */
@ConfigurationProperties("unveil.cors")
record CorsSettings(@DefaultValue List<String> allowedOrigins) {
    CorsSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
        for (String origin : allowedOrigins) {
            if (!origin.matches("\\*|https?://[^/?#*\\s]+")) {
                throw new IllegalArgumentException(
                        "unveil.cors.allowed-origins holds '%s', allowed are * and origins such as https://app.example, without a path"
                                .formatted(origin));
            }
        }
    }
}
