package io.unveil.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two folders, noisy and clean. */
class PairedSetTest {
    @TempDir
    Path root;

    private Path noisy;
    private Path clean;

    @BeforeEach
    void folders() throws IOException {
        noisy = Files.createDirectories(root.resolve("noisy"));
        clean = Files.createDirectories(root.resolve("clean"));
    }

    private static void write(Path file, int width, int channels, float value) throws IOException {
        float[] values = new float[width * 20 * channels];
        java.util.Arrays.fill(values, value);
        Picture picture = Picture.of(new Pixels(width, 20, channels, values), BitDepth.EIGHT, Format.PNG);
        Files.createDirectories(file.getParent());
        Files.write(file, Codec.encode(picture, Format.ofName(file.toString()).orElseThrow(), 95));
    }

    @Test
    void picturesOfTheSameNameAreAPairWhateverTheirEndings() throws IOException {
        write(noisy.resolve("b.jpg"), 20, 3, .4f);
        write(noisy.resolve("deep/a.png"), 30, 3, .4f);
        write(clean.resolve("b.png"), 20, 3, .5f);
        write(clean.resolve("deep/a.png"), 30, 3, .5f);
        PairedSet set = PairedSet.read(noisy, clean);
        assertThat(set.name()).isEqualTo("noisy");
        assertThat(set.pairs()).extracting(PairedSet.Pair::name).containsExactly("b", "deep/a");
        PairedSet.Pair last = set.pairs().get(1);
        assertThat(last.noisy().size()).isEqualTo(last.clean().size());
        assertThat(last.noisy().pixels().values()[0])
                .isLessThan(last.clean().pixels().values()[0]);
    }

    @Test
    void aPictureWithoutAPartnerIsNamedOnEitherSide() throws IOException {
        write(noisy.resolve("a.png"), 20, 3, .5f);
        write(noisy.resolve("b.png"), 20, 3, .5f);
        write(noisy.resolve("c.png"), 20, 3, .5f);
        write(clean.resolve("a.png"), 20, 3, .5f);
        assertThatThrownBy(() -> PairedSet.read(noisy, clean))
                .isInstanceOf(TestSet.Unusable.class)
                .hasMessage(noisy.resolve("b.png") + " has no partner (and 1 more): " + clean
                        + " must hold a picture of the same name, with any ending");
        write(clean.resolve("b.png"), 20, 3, .5f);
        write(clean.resolve("c.png"), 20, 3, .5f);
        write(clean.resolve("d.png"), 20, 3, .5f);
        assertThatThrownBy(() -> PairedSet.read(noisy, clean))
                .hasMessage(clean.resolve("d.png") + " has no partner: " + noisy
                        + " must hold a picture of the same name, with any ending");
    }

    @Test
    void twoOfDifferentSizeOrOneInGrayAreNamed() throws IOException {
        write(noisy.resolve("a.png"), 20, 3, .5f);
        write(clean.resolve("a.png"), 21, 3, .5f);
        assertThatThrownBy(() -> PairedSet.read(noisy, clean))
                .isInstanceOf(TestSet.Unusable.class)
                .hasMessage("the pair 'a' differs in size: the noisy picture is 20 x 20, the clean one 21 x 20");
        write(clean.resolve("a.png"), 20, 1, .5f);
        assertThatThrownBy(() -> PairedSet.read(noisy, clean))
                .hasMessage("the pair 'a' is a picture in colour and one in gray; both must be alike");
    }

    @Test
    void twoFilesForOneOfAPairAreNamed() throws IOException {
        write(noisy.resolve("a.png"), 20, 3, .5f);
        write(noisy.resolve("a.jpg"), 20, 3, .5f);
        write(clean.resolve("a.png"), 20, 3, .5f);
        assertThatThrownBy(() -> PairedSet.read(noisy, clean))
                .hasMessage(noisy + " holds both a.jpg and a.png: which of them belongs to the pair is not clear");
    }

    @Test
    void anEmptyFolderIsNamed() throws IOException {
        assertThatThrownBy(() -> PairedSet.read(noisy, clean)).hasMessage(noisy + " holds no picture");
        write(noisy.resolve("a.png"), 20, 3, .5f);
        assertThatThrownBy(() -> PairedSet.read(noisy, clean)).hasMessage(clean + " holds no picture");
    }
}
