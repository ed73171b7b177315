package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

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

    @Test
    void aFileOfNothingButCommentsStopsTheStart(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), "# of the team\n\n");

        assertThatThrownBy(() -> ApiKeys.of(List.of("file:" + file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the file of API keys holds none: " + file);
    }

    @Test
    void aSettingWithoutAnyKeyStopsTheStart() {
        assertThatThrownBy(() -> bound("unveil.security.api-keys="))
                .hasRootCauseMessage(
                        "unveil.security.api-keys is set and holds no key; leave it out to let everybody in");
        assertThat(bound("unveil.limits.drain=1s").entries()).isEmpty();
        assertThat(bound("unveil.security.api-keys=one,two").entries()).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unveil.security.api-key",
                "UNVEIL_SECURITY_KEYS",
                "UNVEIL_APIKEYS",
                "unveil.securty.api-keys",
                "UNVEIL_SECURITY_API_KEY",
                "api-keys"
            })
    void aMisspeltSettingStopsTheStart(String name) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(name, "secret")));

        assertThatThrownBy(() -> MisspeltKeys.refuse(environment))
                .hasMessageContaining("the setting %s is not known; API keys are set by unveil.security.api-keys", name)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unveil.security.api-keys",
                "unveil.security.api-keys[0]",
                "UNVEIL_SECURITY_APIKEYS",
                "UNVEIL_SECURITY_API_KEYS",
                "UNVEIL_SECURITY_APIKEYS_0",
                "UNVEIL_SERVICE_HOST",
                "UNVEIL_PORT_8080_TCP",
                "MONKEY"
            })
    void othersDoNot(String name) {
        assertThat(MisspeltKeys.isMisspelt(name)).isFalse();
    }

    private static SecuritySettings bound(String property) {
        String[] pair = property.split("=", -1);
        return new Binder(new MapConfigurationPropertySource(Map.of(pair[0], pair[1])))
                .bindOrCreate("unveil.security", SecuritySettings.class);
    }
}
