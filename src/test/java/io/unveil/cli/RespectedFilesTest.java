package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.inference.TestModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands do to the files of a user: nothing that was not asked for, and nothing without a word. */
class RespectedFilesTest {
    @TempDir
    static Path models;

    @TempDir
    Path folder;

    private Path in;
    private Path picture;

    @BeforeAll
    static void writeModels() {
        TestModels.darkener(models, "denoise-color", 3);
    }

    @BeforeEach
    void draw() {
        in = folder.resolve("in");
        picture = TestFiles.write(in.resolve("a.jpg"), TestFiles.waves(40, 30, 3, BitDepth.EIGHT));
    }

    private static Cli denoise(Object... args) {
        return Cli.run(Stream.concat(
                        Stream.of("denoise", "--models", models, "--device=cpu", "--precision=fp32"), Stream.of(args))
                .toArray());
    }

    @Test
    void aPictureThatIsLeftAsItIsComesBackByteForByte() throws IOException {
        Cli run = denoise(picture, "-o", folder.resolve("out.jpg"), "--sigma=0");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(folder.resolve("out.jpg")).hasSameBinaryContentAs(picture);
        denoise(picture, "-o", folder.resolve("small.jpg"), "--sigma=0", "--quality-jpeg=50");
        assertThat(Files.size(folder.resolve("small.jpg"))).isLessThan(Files.size(picture));
    }

    @Test
    void theTimeOfTheFileIsKeptUnlessMetadataAreStripped() throws IOException {
        FileTime then = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(picture, then);

        denoise(picture, "-o", folder.resolve("kept.jpg"), "--sigma=20");
        denoise(picture, "-o", folder.resolve("stripped.jpg"), "--sigma=20", "--metadata=strip");

        assertThat(Files.getLastModifiedTime(folder.resolve("kept.jpg"))).isEqualTo(then);
        assertThat(Files.getLastModifiedTime(folder.resolve("stripped.jpg"))).isNotEqualTo(then);
    }

    @Test
    void anOutputThatIsALinkToTheInputIsRefused() throws IOException {
        byte[] before = Files.readAllBytes(picture);
        Path link = Files.createSymbolicLink(folder.resolve("link"), in);
        Path hard = Files.createLink(folder.resolve("hard.jpg"), picture);

        for (Path output : new Path[] {link, link.resolve("a.jpg"), hard}) {
            Cli run = denoise(picture, "-o", output, "--sigma=20");
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("the input would be overwritten");
        }
        Cli degrade = Cli.run("degrade", "--noise", "gaussian:20", picture, "-o", link);
        assertThat(degrade.code()).isEqualTo(2);
        assertThat(Files.readAllBytes(picture)).isEqualTo(before);
    }

    @Test
    void aFolderIsNotWrittenOntoItself() {
        Cli run = denoise(in, "-o", in, "--sigma=20");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "unveil denoise: --output was '%s', allowed is another folder: the files of this one would be overwritten"
                                .formatted(in));
    }

    @Test
    void filesThatAreLeftOutOfAFolderAreNamed() throws IOException {
        Files.writeString(in.resolve("b.docx"), "no picture");
        Files.writeString(in.resolve(".hidden"), "nothing");

        Cli run = denoise(in, "-o", folder.resolve("out"), "--sigma=20");

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo("unveil denoise: %s is left out: its name does not end like that of a picture"
                        .formatted(in.resolve("b.docx")));
    }

    @Test
    void aFolderOfWhichNothingCanBeReadEndsInAnError() throws IOException {
        Files.writeString(picture, "no picture");

        Cli run = denoise(in, "-o", folder.resolve("out"), "--sigma=20");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("a.jpg: the bytes are no image that is read");
    }
}
