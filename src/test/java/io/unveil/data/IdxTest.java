package io.unveil.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Idx files")
class IdxTest {
    private static final Size ANY = new Size(1, 1);

    @TempDir
    Path folder;

    private Path write(String name, byte[] plain) throws IOException {
        return IdxFiles.write(folder.resolve("digits").resolve(name), plain);
    }

    private static Dataset read(Path data, DatasetPart part) throws IOException {
        return Dataset.read(data.toString(), part, 1, ANY);
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({
        "train-images-idx3-ubyte,    train-labels-idx1-ubyte",
        "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz",
        "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte",
        "train-images.idx3-ubyte,    train-labels.idx1-ubyte.gz",
        "images.idx,                 labels.idx"
    })
    @DisplayName("give height before width, and the labels beside them by name")
    void arePicturesWithTheirClasses(String images, String labels) throws IOException {
        Path file = write(images, IdxFiles.twoPictures());
        write(labels, IdxFiles.labels(7, 200));

        Dataset set = read(file, DatasetPart.TEST); // the file itself is named: the part does not count

        assertThat(set.count()).isEqualTo(2);
        assertThat(set.sizes()).containsExactly(new Size(3, 2));
        assertThat(set.example(0).samples()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(set.example(1).level(2, 1, 0)).isEqualTo(255);
        assertThat(set.example(1).label()).isEqualTo(new Label.OfClass(200));
        assertThat(set.set().name()).isEqualTo("digits/" + images.replace(".gz", ""));
        assertThat(set.set().pictures()).isEqualTo(2);
    }

    @Test
    @DisplayName("without a file of labels are only pictures")
    void mayLackLabels() throws IOException {
        assertThat(read(write("train-images-idx3-ubyte", IdxFiles.twoPictures()), DatasetPart.TRAINING)
                        .label(0))
                .isEqualTo(Label.NONE);
    }

    @Test
    @DisplayName("take the labels that are named, whatever their name")
    void takeNamedLabels() throws IOException {
        Path images = write("some.idx", IdxFiles.twoPictures());
        Path labels = write("other.idx", IdxFiles.labels(4, 5));
        Dataset set = Dataset.read(images + ",labels=" + labels, DatasetPart.TRAINING, 1, ANY);
        assertThat(set.label(1)).isEqualTo(new Label.OfClass(5));
    }

    @Test
    @DisplayName("have one digest packed and plain, and another with other labels or another shape")
    void areKnownByTheirContent() throws IOException {
        String plain = digest("a/train-images-idx3-ubyte", IdxFiles.twoPictures(), 1);
        assertThat(digest("b/train-images-idx3-ubyte.gz", IdxFiles.twoPictures(), 1))
                .isEqualTo(plain);
        assertThat(digest("c/train-images-idx3-ubyte", IdxFiles.twoPictures(), 2))
                .isNotEqualTo(plain);
        byte[] turned = IdxFiles.twoPictures();
        turned[11] = 3;
        turned[15] = 2;
        assertThat(digest("d/train-images-idx3-ubyte", turned, 1)).isNotEqualTo(plain);
    }

    private String digest(String name, byte[] images, int label) throws IOException {
        Path file = write(name, images);
        IdxFiles.write(file.resolveSibling("train-labels-idx1-ubyte"), IdxFiles.labels(label, 0));
        return read(file, DatasetPart.TRAINING).set().digest();
    }

    @Test
    @DisplayName("larger than the first allocation come whole, packed too")
    void mayBeLarge() throws IOException {
        byte[] large = IdxFiles.bytes(
                new int[] {3, 1000, 1000},
                IntStream.range(0, 3_000_000).map(i -> i % 251).toArray());
        Dataset set = read(write("train-images-idx3-ubyte.gz", large), DatasetPart.TRAINING);
        assertThat(set.example(2).samples()).isEqualTo(Arrays.copyOfRange(large, 2_000_016, 3_000_016));
    }

    @Test
    @DisplayName("in a folder are chosen by the requested part")
    void haveTheirPart() throws IOException {
        write("train-images-idx3-ubyte.gz", IdxFiles.pixels(6));
        write("train-labels-idx1-ubyte.gz", IdxFiles.labels(0, 1, 2, 0, 1, 2));
        write("t10k-images-idx3-ubyte", IdxFiles.pixels(2));
        write("t10k-images-idx3-ubyte.gz", IdxFiles.pixels(2)); // the same once more, packed
        write("t10k-labels-idx1-ubyte", IdxFiles.labels(1, 2));
        Path data = folder.resolve("digits");
        assertThat(read(data, DatasetPart.TRAINING).count()).isEqualTo(6);
        assertThat(read(data, DatasetPart.TEST).count()).isEqualTo(2);
        assertThat(read(data, DatasetPart.TEST).label(1)).isEqualTo(new Label.OfClass(2));
    }

    @Test
    @DisplayName("in a folder are meant if there is but one and its name says nothing of a part")
    void mayBeTheOnlyOne() throws IOException {
        write("images.idx", IdxFiles.pixels(3));
        assertThat(read(folder.resolve("digits"), DatasetPart.TEST).count()).isEqualTo(3);
    }

    @Test
    @DisplayName("of the wrong part, or beside pictures, are not guessed at")
    void areNotGuessedAt() throws IOException {
        write("train-images-idx3-ubyte", IdxFiles.pixels(3));
        Path data = folder.resolve("digits");
        assertThatThrownBy(() -> read(data, DatasetPart.TEST))
                .isInstanceOf(UnusableData.class)
                .hasMessage(data + " holds the idx files train-images-idx3-ubyte; looked for is one that begins with "
                        + "'t10k' or 'test': name the file itself");
        Files.write(data.resolve("face.png"), new byte[0]);
        assertThatThrownBy(() -> read(data, DatasetPart.TRAINING))
                .isInstanceOf(UnusableData.class)
                .hasMessage(data + " holds both the idx file train-images-idx3-ubyte and pictures such as face.png: "
                        + "name the file itself, or move one away");
    }

    static Stream<Arguments> faults() throws IOException {
        byte[] good = IdxFiles.twoPictures();
        byte[] ofFloats = good.clone();
        ofFloats[2] = 0x0d;
        byte[] endless = IdxFiles.bytes(new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE});
        byte[] packed = IdxFiles.gzip(good);
        byte[] wrongSum = packed.clone();
        wrongSum[wrongSum.length - 8] ^= 1;
        return Stream.of(
                Arguments.of(
                        "a PNG",
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13},
                        "is not a folder, .zip or idx file: it begins with the bytes '89 50 4e 47', but idx files of 3 dimensions begin with '00 00 08 03'"),
                Arguments.of(
                        "an empty file",
                        new byte[0],
                        "is not a folder, .zip or idx file: it begins with the bytes '', but idx files of 3 dimensions begin with '00 00 08 03'"),
                Arguments.of("floats", ofFloats, "holds values of type 0x0d; only 0x08, unsigned bytes, is read"),
                Arguments.of(
                        "labels for pictures",
                        IdxFiles.labels(1, 2),
                        "has 1 dimensions; pictures have 3 (how many, height, width), labels have 1"),
                Arguments.of(
                        "half a header",
                        Arrays.copyOf(good, 10),
                        "is cut short: its header has 16 bytes, there are 10"),
                Arguments.of(
                        "a picture less",
                        Arrays.copyOf(good, 22),
                        "is cut short: its header says 2 x 2 x 3 = 12 bytes, there are 6"),
                Arguments.of(
                        "a byte more",
                        Arrays.copyOf(good, 29),
                        "goes on after the 2 x 2 x 3 = 12 bytes that its header says"),
                Arguments.of(
                        "no pictures",
                        IdxFiles.bytes(new int[] {0, 2, 3}),
                        "claims 0 x 2 x 3 values; every dimension is from 1 to 2147483647"),
                Arguments.of(
                        "a negative width",
                        IdxFiles.bytes(new int[] {1, 2, -3}),
                        "claims 1 x 2 x -3 values; every dimension is from 1 to 2147483647"),
                Arguments.of(
                        "more than fits into a long",
                        endless,
                        "claims 2147483647 x 2147483647 x 2147483647 = 9903520300447984000000000000 bytes, the limit is 1073741824"),
                Arguments.of(
                        "a gigabyte that is not there",
                        IdxFiles.bytes(new int[] {1, 1 << 15, 1 << 15}),
                        "is cut short: its header says 1 x 32768 x 32768 = 1073741824 bytes, there are 0"),
                Arguments.of(
                        "gzip cut short",
                        Arrays.copyOf(packed, packed.length - 14),
                        "is cut short: its header says 2 x 2 x 3 = 12 bytes, there are "),
                Arguments.of(
                        "half a gzip header",
                        Arrays.copyOf(packed, 5),
                        "is cut short: even its gzip header is not whole"),
                Arguments.of("gzip with a wrong sum", wrongSum, "is damaged: Corrupt GZIP trailer"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    @DisplayName("that are none, or not whole, are refused with what was expected and what there is")
    void areRefused(String what, byte[] bytes, String message) throws IOException {
        Path file = folder.resolve("data");
        Files.write(file, bytes);
        assertThatThrownBy(() -> read(file, DatasetPart.TRAINING))
                .as(what)
                .isInstanceOf(UnusableData.class)
                .hasMessageStartingWith(file + " " + message);
    }

    @Test
    @DisplayName("of pictures and labels that do not pair are refused with both counts")
    void pairUp() throws IOException {
        Path images = write("train-images-idx3-ubyte", IdxFiles.twoPictures());
        Path labels = write("train-labels-idx1-ubyte", IdxFiles.labels(1, 2, 3));
        assertThatThrownBy(() -> read(images, DatasetPart.TRAINING))
                .isInstanceOf(UnusableData.class)
                .hasMessage("%s holds 2 pictures, but %s holds 3 labels", images, labels);
    }

    @Test
    @DisplayName("smaller than a recipe can use are refused")
    void mayBeTooSmall() throws IOException {
        Path images = write("train-images-idx3-ubyte", IdxFiles.twoPictures());
        assertThatThrownBy(() -> Dataset.read(images.toString(), DatasetPart.TRAINING, 1, new Size(2, 3)))
                .isInstanceOf(UnusableData.class)
                .hasMessage("%s holds examples of 3 x 2, smaller than the patch of 2 x 3", images);
    }
}
