package io.unveil.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.image.codec.Codec;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@DisplayName("A set of normal and anomalous pictures")
class InspectionSetTest {
    @TempDir
    Path folder;

    /** A picture of 4 x 3 in one level, but for one brighter pixel. */
    private static byte[] picture(float level) {
        float[] values = new float[12];
        Arrays.fill(values, level);
        values[6] = level / 2 + 0.5f;
        return png(new Pixels(4, 3, 1, values));
    }

    private static byte[] png(Pixels pixels) {
        return Codec.encode(Picture.of(pixels, BitDepth.EIGHT, Format.PNG), Format.PNG, 100);
    }

    /** A mask of 4 x 3 with one pixel of one level at (2, 1), on black. */
    private static byte[] mask(int level) {
        float[] values = new float[12];
        values[6] = level / 255f;
        return png(new Pixels(4, 3, 1, values));
    }

    private void file(String name, byte[] bytes) throws IOException {
        write(folder, name, bytes);
    }

    private static void write(Path root, String name, byte[] bytes) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    /** Two good pictures and one of a crack, in the layout of MVTec AD. */
    private void usual() throws IOException {
        usual(folder);
    }

    private static void usual(Path root) throws IOException {
        write(root, "test/good/a.png", picture(0.2f));
        write(root, "test/good/b.png", picture(0.4f));
        write(root, "test/crack/a.png", picture(0.6f));
        write(root, "ground_truth/crack/a_mask.png", mask(255));
        write(root, "train/good/a.png", picture(0.8f));
        write(root, "train/good/b.png", picture(1f));
    }

    private InspectionSet read() throws IOException {
        return InspectionSet.read(folder.toString());
    }

    private void isRefused(String... said) {
        assertThatThrownBy(this::read)
                .isInstanceOf(UnusableData.class)
                .message()
                .contains(said);
    }

    @Test
    @DisplayName(
            "is the pictures of test/<class>, by class and name, good is normal; ground_truth says where the others are anomalous")
    void ofAFolder() throws IOException {
        usual();
        InspectionSet set = read();
        assertThat(set.name()).isEqualTo(folder.getFileName().toString());
        assertThat(set.items())
                .extracting(InspectionSet.Item::name)
                .containsExactly("crack/a.png", "good/a.png", "good/b.png");
        assertThat(set.items()).extracting(InspectionSet.Item::isGood).containsExactly(false, true, true);
        InspectionSet.Item crack = set.items().get(0);
        assertThat(crack.kind()).isEqualTo("crack");
        assertThat(crack.picture().level(0, 0, 0)).isEqualTo(153);
        assertThat(crack.defect()).hasValueSatisfying(defect -> {
            assertThat(defect.size()).isEqualTo(new Size(4, 3));
            assertThat(defect.count()).isEqualTo(1);
            assertThat(defect.at(2, 1)).isTrue();
        });
        assertThat(set.items().get(1).defect()).isEmpty();
    }

    @Test
    @DisplayName("may be packed into a .zip, for training too")
    void packed() throws IOException {
        Path zip = folder.resolve("parts.zip");
        try (FileSystem packed = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            usual(packed.getPath("/"));
        }
        InspectionSet set = InspectionSet.read(zip.toString());
        assertThat(set.items()).hasSize(3);
        assertThat(set.items().get(0).picture().level(0, 0, 0)).isEqualTo(153);
        assertThat(Dataset.read(zip.toString(), DatasetPart.TRAINING, 1, new Size(1, 1))
                        .count())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("is never learnt from: training reads only train/good, and its counterpart for measuring is test/good")
    void training() throws IOException {
        usual();
        file("train/broken/c.png", picture(0));
        Dataset training = Dataset.read(folder.toString(), DatasetPart.TRAINING, 1, new Size(1, 1));
        assertThat(training.name()).isEqualTo(folder.getFileName() + " (train/good)");
        assertThat(List.of(
                        training.example(0).level(0, 0, 0), training.example(1).level(0, 0, 0)))
                .containsExactly(204, 255);
        assertThat(training.count()).isEqualTo(2);
        Dataset test = Dataset.read(folder.toString(), DatasetPart.TEST, 1, new Size(1, 1));
        assertThat(test.count()).isEqualTo(2);
        assertThat(test.example(1).level(0, 0, 0)).isEqualTo(102);
    }

    @Test
    @DisplayName("without train/good is refused for training, not taken for a flat folder with its masks and defects")
    void nothingToLearnFrom() throws IOException {
        file("train/fine/a.png", picture(0.8f));
        file("test/crack/a.png", picture(0.6f));
        file("ground_truth/crack/a_mask.png", mask(255));
        assertThatThrownBy(() -> Dataset.read(folder.toString(), DatasetPart.TRAINING, 1, new Size(1, 1)))
                .isInstanceOf(UnusableData.class)
                .hasMessageStartingWith(folder + " (train/good) holds no picture that can be trained on");
    }

    @Test
    @DisplayName("is cut into halves of each class, every second picture by name")
    void halves() throws IOException {
        usual();
        file("test/good/c.png", picture(0.1f));
        file("test/crack/b.png", picture(0.6f));
        file("ground_truth/crack/b_mask.png", mask(255));
        assertThat(read().half(true).items())
                .extracting(InspectionSet.Item::name)
                .containsExactly("crack/a.png", "good/a.png", "good/c.png");
        assertThat(read().half(false).items())
                .extracting(InspectionSet.Item::name)
                .containsExactly("crack/b.png", "good/b.png");
        assertThat(read().half(false).name()).isEqualTo(folder.getFileName() + " (second half of each class)");
    }

    @Test
    @DisplayName("has a half that is no test where a class has but one picture")
    void halfOfOne() throws IOException {
        usual();
        InspectionSet set = read();
        assertThatThrownBy(() -> set.half(false))
                .isInstanceOf(UnusableData.class)
                .hasMessageContaining("(second half of each class) has 1 normal and 0 anomalous pictures");
    }

    @Test
    @DisplayName("marks as anomalous what is above 127 of 255 in a mask")
    void threshold() throws IOException {
        usual();
        file("ground_truth/crack/a_mask.png", mask(128));
        assertThat(read().items().get(0).defect())
                .hasValueSatisfying(defect -> assertThat(defect.count()).isEqualTo(1));
        file("ground_truth/crack/a_mask.png", mask(127));
        isRefused("a_mask.png marks no pixel (above 127 of 255)");
    }

    @Test
    @DisplayName("may lack masks; the log says how many")
    void missingMask() throws IOException {
        usual();
        file("test/crack/b.png", picture(0.6f));
        Logger log = (Logger) LoggerFactory.getLogger(InspectionFolder.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        log.addAppender(said);
        InspectionSet set = read();
        log.detachAppender(said);
        assertThat(set.items().get(1).name()).isEqualTo("crack/b.png");
        assertThat(set.items().get(1).defect()).isEmpty();
        assertThat(said.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .contains("1 of 2 anomalous pictures have no mask in ground_truth, such as crack/b.png"));
    }

    @Test
    @DisplayName("is refused with all that is wrong with its files")
    void faults() throws IOException {
        usual();
        file("test/loose.png", picture(0));
        file("test/good/torn.png", Arrays.copyOf(picture(0.5f), 50));
        file("test/crack/wide.png", png(new Pixels(5, 3, 1, new float[15])));
        file("ground_truth/crack/wide_mask.png", mask(255));
        file("test/crack/z.png", picture(0));
        file("ground_truth/crack/z_mask.png", "no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        file("ground_truth/good/a_mask.png", mask(255));
        isRefused(
                "loose.png lies in no folder of a class, such as test/good",
                "torn.png: the PNG image is",
                "wide_mask.png is 4 x 3, its picture is 5 x 3",
                "z.png: its mask",
                "good/a_mask.png marks 1 pixels of a normal picture");
    }

    @Test
    @DisplayName("may have masks of normal pictures that mark nothing, as some sets do")
    void emptyMaskOfGood() throws IOException {
        usual();
        file("ground_truth/good/a_mask.png", mask(0));
        assertThat(read().items().get(1).defect()).isEmpty();
    }

    @Test
    @DisplayName("of only one kind, or none, names what is missing")
    void oneKind() throws IOException {
        isRefused("holds no folder 'test': looked for are pictures in test/good");
        file("test/crack/a.png", picture(0.6f));
        isRefused("has 0 normal and 1 anomalous pictures; a test needs at least one of each");
        Files.delete(folder.resolve("test/crack/a.png"));
        isRefused("has 0 normal and 0 anomalous pictures");
    }
}
