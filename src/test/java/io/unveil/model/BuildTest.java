package io.unveil.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The file that the build writes is there, and says what runs. */
class BuildTest {
    @Test
    void theVersionIsThatOfThePom() throws Exception {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<version>%s</version>".formatted(Build.current().version()));
    }

    @Test
    void aCloneKnowsItsCommitAndATreeWithoutHistorySaysThatItIsUnknown() {
        if (Files.exists(Path.of(".git"))) {
            assertThat(Build.current().commit()).matches("[0-9a-f]{10}");
        } else {
            assertThat(Build.current().commit()).isEqualTo(Build.UNKNOWN);
        }
    }
}
