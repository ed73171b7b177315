package io.unveil.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access to the service.
 *
 * @param apiKeys SHA-256 hashes of the keys that are let in, 64 hexadecimal digits each, or "file:PATH" of a file with
 *     one hash a line; none = everybody has access
 */
@ConfigurationProperties("unveil.security")
record SecuritySettings(@DefaultValue List<String> apiKeys) {
    SecuritySettings {
        apiKeys = List.copyOf(apiKeys);
    }
}
