package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
    @Test
    void withoutKeysTheServiceIsOpen() {
        assertThat(ApiKeys.of(List.of()).open()).isTrue();
    }

    @Test
    void aKeyInPlainTextStopsTheStartAndIsNotShown() {
        assertThatThrownBy(() -> ApiKeys.of(List.of("my plain key")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unveil.security.api-keys holds an entry of 12 characters that is not a SHA-256 hash"
                        + " (64 hexadecimal digits)");
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> ApiKeys.of(List.of("file:no/such/file")))
                .hasMessage("the file of API keys cannot be read: no/such/file");
    }
}
