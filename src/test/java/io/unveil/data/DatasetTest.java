package io.unveil.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.degradation.noise.Noise;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.codec.Chroma;
import io.unveil.image.codec.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A data set")
class DatasetTest {
    private static final Size ANY = new Size(1, 1);

    @TempDir
    Path folder;

    private Dataset read(String data) throws IOException {
        return Dataset.read(data, DatasetPart.TRAINING, 1, ANY);
    }

    private void picture(String name, int width, int height, float... colour) throws IOException {
        float[] values = new float[width * height * colour.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = colour[i % colour.length];
        }
        Picture picture = Picture.of(new Pixels(width, height, colour.length, values), BitDepth.EIGHT, Format.PNG);
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, Codec.encode(picture, Format.PNG, 100));
    }

    /** Six pictures of one pixel, of classes 0 1 2 0 1 2. */
    private Dataset six() throws IOException {
        IdxFiles.write(folder.resolve("six/train-images-idx3-ubyte"), IdxFiles.pixels(6));
        IdxFiles.write(folder.resolve("six/train-labels-idx1-ubyte"), IdxFiles.labels(0, 1, 2, 0, 1, 2));
        return read(folder.resolve("six").toString());
    }

    /** The levels of one-pixel pictures. */
    private static List<Integer> levels(Dataset set) {
        return IntStream.range(0, set.count())
                .mapToObj(i -> set.example(i).level(0, 0, 0))
                .toList();
    }

    @Test
    @DisplayName("of a folder is its pictures in order of name, whole, without labels; colour becomes luma")
    void ofAFolder() throws IOException {
        picture("b.png", 3, 2, 1, 0, 0);
        picture("a/z.png", 2, 4, 0.2f);
        Dataset set = read(folder.toString());
        assertThat(set.sizes()).containsExactly(new Size(2, 4), new Size(3, 2));
        assertThat(set.example(0).level(1, 3, 0)).isEqualTo(51);
        assertThat(set.example(1).level(0, 0, 0)).isEqualTo(76); // .299 * 255 = 76.2
        assertThat(set.label(1)).isEqualTo(Label.NONE);
        assertThat(set.label(1).value()).isNaN();
    }

    @Test
    @DisplayName("of a folder leaves out what is smaller than a patch in either direction")
    void leavesOutSmallPictures() throws IOException {
        picture("wide.png", 9, 3, 0.5f);
        picture("high.png", 3, 9, 0.5f);
        picture("large.png", 5, 4, 0.5f);
        Dataset set = Dataset.read(folder.toString(), DatasetPart.TRAINING, 1, new Size(5, 4));
        assertThat(set.count()).isEqualTo(1);
        assertThat(set.example(0).name()).isEqualTo("large.png");
    }

    @Test
    @DisplayName("in gray is repeated in three channels where colour is wanted")
    void inColour() throws IOException {
        Dataset set = Dataset.read("synthetic:gaussians,side=16,noise=9", DatasetPart.TRAINING, 3, ANY);
        Example example = set.example(3);
        assertThat(set.channels()).isEqualTo(3);
        assertThat(example.channels()).isEqualTo(3);
        for (int channel = 0; channel < 3; channel++) {
            assertThat(example.level(5, 7, channel))
                    .isEqualTo(read("synthetic:gaussians,side=16,noise=9")
                            .example(3)
                            .level(5, 7, 0));
        }
        assertThat(set.label(3)).isEqualTo(example.label());
    }

    @Test
    @DisplayName("can be narrowed to one class, or to all but one")
    void byClass() throws IOException {
        assertThat(levels(six().ofClass(2))).containsExactly(2, 5);
        assertThat(levels(six().without(2))).containsExactly(0, 1, 3, 4);
        assertThat(six().ofClass(2).label(1)).isEqualTo(new Label.OfClass(2));
        assertThat(six().ofClass(2).set().name()).isEqualTo("six/train-images-idx3-ubyte (class 2)");
        assertThat(six().ofClass(2).set().pictures()).isEqualTo(2);
        assertThat(List.of(six(), six().ofClass(1), six().ofClass(2), six().without(2)))
                .extracting(set -> set.set().digest())
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("without such a class, or without any, says what there is")
    void ofNoSuchClass() throws IOException {
        Dataset six = six();
        assertThatThrownBy(() -> six.ofClass(3))
                .isInstanceOf(UnusableData.class)
                .hasMessage("six/train-images-idx3-ubyte has no class 3, its classes are [0, 1, 2]");
        assertThatThrownBy(() -> six.ofClass(1).without(1))
                .isInstanceOf(UnusableData.class)
                .hasMessage(
                        "six/train-images-idx3-ubyte (class 1): nothing is left of 2 examples after taking without class 1");
        Dataset blobs = read("synthetic:gaussians");
        assertThatThrownBy(() -> blobs.ofClass(1))
                .isInstanceOf(UnusableData.class)
                .hasMessage(
                        "synthetic:gaussians has no classes: they are read from the labels beside an idx file, such as train-labels-idx1-ubyte");
    }

    @Test
    @DisplayName("is split into examples to learn from and examples held out; none is in both, none is lost")
    void isSplit() throws IOException {
        Split split = Split.everyNth(six(), 2, 2);
        assertThat(levels(split.heldOut())).containsExactly(0, 2);
        assertThat(levels(split.training())).containsExactly(1, 3, 4, 5);
        Dataset one = six().first(1);
        assertThatThrownBy(() -> Split.everyNth(one, 2, 2))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("one picture cannot be used both for training and for validation");
    }

    @Test
    @DisplayName("can be cut to its first examples")
    void first() throws IOException {
        assertThat(levels(six().first(2))).containsExactly(0, 1);
        assertThat(levels(six().first(9))).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    @DisplayName("can be joined of several, one after the other")
    void joined() throws IOException {
        Dataset joined = Dataset.join(List.of(six().ofClass(1), six().ofClass(0), read("synthetic:gaussians,count=3")));
        assertThat(joined.count()).isEqualTo(7);
        assertThat(joined.example(3).level(0, 0, 0)).isEqualTo(3);
        assertThat(joined.label(3)).isEqualTo(new Label.OfClass(0));
        assertThat(joined.size(4)).isEqualTo(new Size(91, 91));
        assertThat(joined.set().pictures()).isEqualTo(7);
        assertThat(joined.set().name())
                .isEqualTo(
                        "six/train-images-idx3-ubyte (class 1), six/train-images-idx3-ubyte (class 0), synthetic:gaussians,count=3");
    }

    @Test
    @DisplayName("can be followed by copies of its pictures at parts of their size, where they are not too small")
    void withShrunk() throws IOException {
        picture("a.png", 4, 4, 0.2f);
        picture("b.png", 9, 5, 0.4f);
        Dataset set = read(folder.toString()).withShrunk(List.of(0.5, 0.1), new Size(2, 2));
        assertThat(set.count()).isEqualTo(4);
        assertThat(set.size(2)).isEqualTo(new Size(2, 2));
        assertThat(set.size(3)).isEqualTo(new Size(5, 3));
        assertThat(levels(set)).containsExactly(51, 102, 51, 102);
        String name = folder.getFileName().toString();
        assertThat(set.name()).isEqualTo("%s, %s (shrunk to 0.5)".formatted(name, name));
        assertThat(read(folder.toString()).withShrunk(List.of(), ANY).count()).isEqualTo(2);
    }

    @Test
    @DisplayName("can be followed by copies as JPEG leaves them, of qualities in turn")
    void withRecompressed() throws IOException {
        Dataset photo = Dataset.read("src/test/resources/io/unveil/degradation", DatasetPart.TRAINING, 3, ANY);
        Dataset set = photo.withRecompressed(List.of(90, 30));
        assertThat(set.count()).isEqualTo(6);
        for (int i = 0; i < 3; i++) {
            Example copy = set.example(3 + i);
            assertThat(copy.size()).isEqualTo(photo.size(i));
            Noise jpeg = new Noise.Jpeg(i == 1 ? 30 : 90, Chroma.HALVED);
            byte[] left = Example.inEightBits(jpeg.addTo(photo.example(i).pixels(), 0));
            assertThat(Arrays.equals(copy.samples(), left)).isTrue();
            assertThat(Arrays.equals(copy.samples(), photo.example(i).samples()))
                    .isFalse();
        }
        assertThat(set.name()).isEqualTo("%s, %s (as JPEG of quality [90, 30])".formatted(photo.name(), photo.name()));
        assertThat(photo.withRecompressed(List.of())).isSameAs(photo);
    }

    @Test
    @DisplayName("has in its copies the mean over the area that each pixel covers")
    void shrunkByArea() throws IOException {
        float[] values = {0, 0.2f, 1, 0, 0.4f, 0.2f, 0, 1};
        Files.write(
                folder.resolve("a.png"),
                Codec.encode(Picture.of(new Pixels(4, 2, 1, values), BitDepth.EIGHT, Format.PNG), Format.PNG, 100));
        Example copy = read(folder.toString()).withShrunk(List.of(0.5), ANY).example(1);
        assertThat(copy.size()).isEqualTo(new Size(2, 1));
        assertThat(copy.level(0, 0, 0)).isEqualTo(51);
        assertThat(copy.level(1, 0, 0)).isEqualTo(128); // 127.5
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nowhere          | nowhere does not exist",
                "nowhere.zip      | nowhere.zip does not exist",
                "synthetic:cats   | 'synthetic:cats' is not a kind of drawn pictures; allowed are synthetic:gaussians, synthetic:signals, synthetic:surfaces",
                "synthetic:       | 'synthetic:' is not a kind of drawn pictures; allowed are synthetic:gaussians, synthetic:signals, synthetic:surfaces",
                "synthetic:gaussians,bar=3,colour=1,bars=x,noise=5..2,width=1..2..3,side=9000,blob,count=1.5 | synthetic:gaussians,bar=3,colour=1,bars=x,noise=5..2,width=1..2..3,side=9000,blob,count=1.5: 'blob' is not written name=value; side must be a whole number from 16 to 1024, was '9000'; width must be a number or a range a..b, from 0.5 to 256, was '1..2..3'; noise must be a number or a range a..b, from 0 to 100, was '5..2'; bars must be a whole number from 0 to 100, was 'x'; count must be a whole number from 1 to 100000000, was '1.5'; colour is unknown; known are side, width, centre, noise, bars, bar, count, seed",
                "synthetic:gaussians,bar=3.5,noise=NaN | synthetic:gaussians,bar=3.5,noise=NaN: noise must be a number or a range a..b, from 0 to 100, was 'NaN'; bar must be a whole number or a range a..b, from 1 to 91, was '3.5'",
                "synthetic:signals,seed=1,seed=2 | synthetic:signals,seed=1,seed=2: seed is given twice"
            })
    @DisplayName("that is none is refused with all that is wrong")
    void isRefused(String data, String message) {
        assertThatThrownBy(() -> read(data)).isInstanceOf(UnusableData.class).hasMessage(message);
    }

    @Test
    @DisplayName("of Fashion-MNIST is known by its digest; others have the licences of the SOURCES.csv beside them")
    void licences() throws IOException {
        assertThat(Licences.of("5d0db043271ce0cf3fd2d4db725542aac429bb66454421f157c61e06a7d3c8e2", folder))
                .isEqualTo("Fashion-MNIST, MIT licence, (c) 2017 Zalando SE");
        assertThat(six().set().licence()).isEqualTo("not stated: the folder has no SOURCES.csv");
        Files.writeString(folder.resolve("six/SOURCES.csv"), "file,licence\ntrain-images-idx3-ubyte,CC0-1.0\n");
        assertThat(six().set().licence()).isEqualTo("CC0-1.0: 1");
    }
}
