package io.unveil.web;

import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Settings that look as if they set API keys, and set none because their name is wrong. Spring ignores what it does not
 * know in environment variables, and everybody would be let in.
 */
final class MisspeltKeys {
    private static final String KNOWN = "unveilsecurityapikeys";

    private MisspeltKeys() {}

    /** Throws IllegalArgumentException with the name; the value is not shown. */
    static void refuse(ConfigurableEnvironment environment) {
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(MisspeltKeys::isMisspelt)
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "the setting %s is not known; API keys are set by unveil.security.api-keys, or UNVEIL_SECURITY_APIKEYS in the environment"
                                    .formatted(name));
                });
    }

    /** Names are compared as Spring binds them: without case, hyphens, dots and indices. */
    static boolean isMisspelt(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        boolean ours = plain.startsWith("unveil") || plain.startsWith("apikey") || plain.startsWith("securityapikey");
        return ours && (plain.contains("key") || plain.contains("secur")) && !plain.equals(KNOWN);
    }
}
