package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoggedFaultTest {
    @Test
    void aMessageOfSeveralLinesCannotBeTakenForLinesOfTheLog() {
        String logged = LoggedFault.of(new IllegalStateException("sent was \u001b[31m\r\n2026-12-01 INFO all is well"));

        assertThat(logged)
                .startsWith(
                        "\n    java.lang.IllegalStateException: sent was ?[31m?\n    2026-12-01 INFO all is well\n    \tat ")
                .doesNotContain("\u001b", "\r");
        assertThat(logged.lines().skip(1)).allSatisfy(line -> assertThat(line).startsWith("    "));
    }
}
