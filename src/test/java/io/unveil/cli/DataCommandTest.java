package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.Picture;
import io.unveil.image.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code data}: what is read is told, and can be looked at. */
class DataCommandTest {
    @TempDir
    Path folder;

    @Test
    void a_set_is_described() {
        Cli run = Cli.run("data", "synthetic:gaussians,count=50,bars=2");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().map(String::strip).toList())
                .contains(
                        "synthetic:gaussians,count=50,bars=2",
                        "pictures  50",
                        "sizes     91 x 91",
                        "labels    measure",
                        "licence   drawn by the program");
    }

    @Test
    void a_sheet_of_several_sets_is_drawn_and_json_printed() {
        Path sheet = folder.resolve("sheet.png");
        Cli run = Cli.run(
                "data", "synthetic:gaussians", "synthetic:signals,length=100", "--count=3", "--json", "-o", sheet);
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("\"name\"")
                .contains("\"synthetic:signals,length=100\"")
                .contains("\"100 x 1\"");
        Picture drawn = TestFiles.read(sheet);
        assertThat(drawn.size()).isEqualTo(new Size(4 + 3 * 104, 4 + 95 + 68));
    }

    @Test
    void what_is_no_data_is_refused_in_one_line() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
        Cli run = Cli.run("data", text);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("unveil data: " + text + " is no folder, .zip or idx file: it begins with the bytes "
                        + "'68 65 6c 6c', idx files of 3 dimensions with '00 00 08 03'");
    }
}
