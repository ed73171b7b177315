package io.unveil.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    private Path old(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }

    @Test
    void aFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");

        WholeFile.write(file, "after".getBytes());

        assertThat(file).hasContent("after");
        assertThat(folder).isDirectoryContaining("glob:**/file").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void whatAKilledProcessLeftIsSweptAndWhatAnotherWritesIsNot() throws IOException {
        Path left = old(Files.writeString(folder.resolve(".0001.part"), "half"));
        Path leftFolder = Files.createDirectory(folder.resolve(".model.0002.part"));
        Files.writeString(leftFolder.resolve("weights"), "half");
        old(leftFolder);
        Path fresh = Files.writeString(folder.resolve(".0003.part"), "half");
        Path named = old(Files.writeString(folder.resolve("my.part"), "mine"));

        WholeFile.sweep(folder);

        assertThat(left).doesNotExist();
        assertThat(leftFolder).doesNotExist();
        assertThat(fresh).exists();
        assertThat(named).exists();
    }

    @Test
    void oneHoldsAFolderAtATime() throws IOException {
        Optional<FolderLock> first = FolderLock.of(folder);

        assertThat(FolderLock.of(folder)).isEmpty();
        first.orElseThrow().close();
        assertThat(FolderLock.of(folder)).isPresent();
    }
}
