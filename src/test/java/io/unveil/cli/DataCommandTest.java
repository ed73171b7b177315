package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.Picture;
import io.unveil.image.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code data}: describes and shows what is read. */
class DataCommandTest {
    @TempDir
    Path folder;

    @Test
    void aSetIsDescribed() {
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
    void aSheetOfSeveralSetsIsDrawnAndJsonPrinted() {
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
    void theTestSetOfAnomaliesIsDescribedAndShownBesideItsMasks() {
        Path sheet = folder.resolve("sheet.png");
        Cli run = Cli.run("data", "synthetic:surfaces,size=128,count=28", "--defects", "--count=2", "-o", sheet);
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().map(String::strip).toList())
                .containsExactly(
                        "synthetic:surfaces,size=128,count=28",
                        "pictures  28",
                        "classes   contamination 2, crack 2, dent 2, good 14, hole 2, pattern 2, scratch 2, stain 2",
                        "masks     14");
        Picture drawn = TestFiles.read(sheet);
        assertThat(drawn.size()).isEqualTo(new Size(4 + 4 * 132, 4 + 8 * 132));
        assertThat(drawn.level(4 + 132, 4, 0)).as("a corner of the first mask").isZero();
    }

    @Test
    void aSetIsWrittenAsAFolderToLearnFromAndTestWith() throws IOException {
        Path parts = folder.resolve("parts");
        Cli run = Cli.run("data", "synthetic:surfaces,size=128,count=4", "-o", parts);
        assertThat(run.code()).isZero();
        try (Stream<Path> files = Files.walk(parts)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> parts.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrder(
                            "train/good/0000.png",
                            "train/good/0001.png",
                            "train/good/0002.png",
                            "train/good/0003.png",
                            "test/good/0000.png",
                            "test/good/0001.png",
                            "test/scratch/0000.png",
                            "test/dent/0000.png",
                            "ground_truth/scratch/0000_mask.png",
                            "ground_truth/dent/0000_mask.png");
        }
        assertThat(Cli.run("data", parts).out()).contains("parts (train/good)");
        Cli again = Cli.run("data", "synthetic:surfaces,size=128,count=2", "-o", parts);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("a folder that is new or empty");
    }

    @Test
    void onlyOneSetGoesIntoAFolderAndOnlyOneWithDefects() {
        Cli two = Cli.run("data", "synthetic:surfaces", "synthetic:signals", "-o", folder.resolve("two"));
        assertThat(two.code()).isEqualTo(2);
        assertThat(two.err()).contains("one set per folder, or a picture as a sheet");
        Cli none = Cli.run("data", "synthetic:signals", "-o", folder.resolve("none"));
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("'synthetic:signals' is not a kind of drawn pictures with defects");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void whatIsNoDataIsRefusedInOneLine() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
        Cli run = Cli.run("data", text);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("unveil data: " + text + " is not a folder, .zip or idx file: it begins with the bytes "
                        + "'68 65 6c 6c', but idx files of 3 dimensions begin with '00 00 08 03'");
    }
}
