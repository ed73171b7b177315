package io.unveil.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Whose a job is: the hash of an API key, or one owner for all where no keys are set. */
@Component
class JobOwners {
    private static final String ANYBODY = "anybody";

    private final ApiKeys keys;

    JobOwners(ApiKeys keys) {
        this.keys = keys;
    }

    String of(HttpServletRequest request) {
        return keys.open()
                ? ANYBODY
                : SecurityConfiguration.key(request)
                        .map(key -> HexFormat.of().formatHex(ApiKeys.sha256(key)))
                        .orElse(ANYBODY);
    }
}
