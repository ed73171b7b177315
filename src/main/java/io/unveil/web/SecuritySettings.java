package io.unveil.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Access to the service.
 *
 * @param apiKeys SHA-256 hashes of the keys that are let in, 64 hexadecimal digits each, or "file:PATH" of a file with
 *     one hash a line; none = everybody has access
 */
@ConfigurationProperties(prefix = "unveil.security", ignoreUnknownFields = false)
record SecuritySettings(@Nullable List<String> apiKeys) {
    SecuritySettings {
        if (apiKeys != null && apiKeys.isEmpty()) { // it was meant to keep people out
            throw new IllegalArgumentException(
                    "unveil.security.api-keys is set and holds no key; leave it out to let everybody in");
        }
        apiKeys = apiKeys == null ? null : List.copyOf(apiKeys);
    }

    /** The entries; none = everybody has access. */
    List<String> entries() {
        return apiKeys == null ? List.of() : apiKeys;
    }
}
