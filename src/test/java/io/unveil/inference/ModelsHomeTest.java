package io.unveil.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsHomeTest {
    private static final Path GIVEN = Path.of("my-models");

    @TempDir
    private Path folder;

    @Test
    void aFolderThatTheWorkingDirectoryLacksIsFoundBesideTheJarOrOneFolderAboveIt() throws IOException {
        Path jar = Files.createDirectories(folder.resolve("target")).resolve("unveil.jar");
        Path above = Files.createDirectory(folder.resolve(GIVEN));

        assertThat(ModelsHome.find(GIVEN, Optional.of(jar))).isEqualTo(above);
        Path beside = Files.createDirectory(jar.resolveSibling(GIVEN));
        assertThat(ModelsHome.find(GIVEN, Optional.of(jar))).isEqualTo(beside);
    }

    @Test
    void anAbsoluteFolderOneThatIsHereAndOneThatIsNowhereStayAsGiven() {
        Path jar = folder.resolve("unveil.jar");

        assertThat(ModelsHome.find(folder.resolve("none"), Optional.of(jar))).isEqualTo(folder.resolve("none"));
        assertThat(ModelsHome.find(Path.of("models"), Optional.of(jar))).isEqualTo(Path.of("models"));
        assertThat(ModelsHome.find(GIVEN, Optional.of(jar))).isEqualTo(GIVEN);
        assertThat(ModelsHome.find(GIVEN, Optional.empty())).isEqualTo(GIVEN);
    }
}
