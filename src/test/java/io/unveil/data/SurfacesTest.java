package io.unveil.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.unveil.image.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Drawn surfaces")
class SurfacesTest {
    private static final String SMALL = "synthetic:surfaces,size=128";

    private static Dataset read(String data) throws IOException {
        return Dataset.read(data, DatasetPart.TRAINING, 1, new Size(1, 1));
    }

    private static byte[] levels(InspectionSet.Item item) {
        return Example.of(item.name(), item.picture(), 1).samples();
    }

    /** The numbers of the pixels that are anomalous. */
    private static List<Integer> places(InspectionSet.Item item) {
        int width = item.picture().size().width();
        return IntStream.range(0, width * item.picture().size().height())
                .filter(i -> item.defect()
                        .filter(defect -> defect.at(i % width, i / width))
                        .isPresent())
                .boxed()
                .toList();
    }

    @Test
    @DisplayName("are 400 pictures of 256 x 256 of woven cloth, without labels, unless something else is asked for")
    void usual() throws IOException {
        Dataset usual = read("synthetic:surfaces");
        assertThat(usual.count()).isEqualTo(400);
        assertThat(usual.sizes()).containsExactly(new Size(256, 256));
        assertThat(usual.label(0)).isEqualTo(Label.NONE);
        assertThat(read(SMALL).example(3).samples())
                .isEqualTo(read(SMALL + ",kind=woven,seed=1").example(3).samples());
    }

    @Test
    @DisplayName("of all kinds take the five products in turn")
    void allInTurn() throws IOException {
        Dataset all = read(SMALL + ",kind=all");
        List<String> products = List.of("brushed", "woven", "wood", "stone", "printed");
        for (int i = 0; i < 6; i++) {
            assertThat(all.example(i).samples())
                    .isEqualTo(read(SMALL + ",kind=" + products.get(i % 5))
                            .example(i)
                            .samples());
        }
    }

    @Test
    @DisplayName("are known by their kind, size, count and seed; other seeds and numbers give other pictures")
    void differ() throws IOException {
        List<Dataset> sets = List.of(
                read(SMALL),
                read(SMALL + ",kind=wood"),
                read(SMALL + ",seed=2"),
                read(SMALL + ",count=9"),
                read("synthetic:surfaces,size=129"));
        assertThat(sets).extracting(set -> set.set().digest()).doesNotHaveDuplicates();
        assertThat(List.of(
                        Arrays.hashCode(sets.get(0).example(0).samples()),
                        Arrays.hashCode(sets.get(0).example(1).samples()),
                        Arrays.hashCode(sets.get(2).example(0).samples())))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("to test with are half good, the others damaged by each kind of defect in turn, each with its mask")
    void testSet() throws IOException {
        InspectionSet set = InspectionSet.read(SMALL + ",count=31");
        assertThat(set.name()).isEqualTo(SMALL + ",count=31");
        assertThat(set.items().stream().collect(Collectors.groupingBy(InspectionSet.Item::kind, Collectors.counting())))
                .containsOnly(
                        Map.entry("good", 16L),
                        Map.entry("scratch", 3L),
                        Map.entry("dent", 2L),
                        Map.entry("stain", 2L),
                        Map.entry("hole", 2L),
                        Map.entry("crack", 2L),
                        Map.entry("contamination", 2L),
                        Map.entry("pattern", 2L));
        assertThat(set.items())
                .extracting(InspectionSet.Item::name)
                .isSorted()
                .startsWith("contamination/0000.png", "contamination/0001.png", "crack/0000.png")
                .doesNotHaveDuplicates();
        assertThat(set.items()).allSatisfy(item -> {
            assertThat(item.picture().size()).isEqualTo(new Size(128, 128));
            assertThat(item.picture().channels()).isEqualTo(1);
            assertThat(item.defect().isPresent()).isNotEqualTo(item.isGood());
        });
    }

    @Test
    @DisplayName("to test with are drawn the same each time, and none of them is one to learn from or another test's")
    void neverLearntFrom() throws IOException {
        InspectionSet set = InspectionSet.read(SMALL + ",count=14");
        InspectionSet again = InspectionSet.read(SMALL + ",count=14");
        Dataset training = read(SMALL + ",count=14");
        List<Integer> tested =
                set.items().stream().map(item -> Arrays.hashCode(levels(item))).toList();
        assertThat(again.items().stream().map(item -> Arrays.hashCode(levels(item))))
                .containsExactlyElementsOf(tested);
        assertThat(tested).doesNotHaveDuplicates();
        for (int i = 0; i < training.count(); i++) {
            assertThat(tested)
                    .doesNotContain(Arrays.hashCode(training.example(i).samples()));
        }
    }

    @Test
    @DisplayName("are written as a folder that is read back as the same pictures and masks")
    void asAFolder(@TempDir Path folder) throws IOException {
        String data = SMALL + ",kind=printed,count=15";
        InspectionSet drawn = InspectionSet.read(data);
        InspectionFiles.write(folder.resolve("tiles"), read(data), drawn);
        InspectionSet read = InspectionSet.read(folder.resolve("tiles").toString());
        assertThat(read.name()).isEqualTo("tiles");
        assertThat(read.items())
                .extracting(InspectionSet.Item::name)
                .containsExactlyElementsOf(
                        drawn.items().stream().map(InspectionSet.Item::name).toList());
        for (int i = 0; i < read.items().size(); i++) {
            assertThat(levels(read.items().get(i)))
                    .isEqualTo(levels(drawn.items().get(i)));
            assertThat(places(read.items().get(i)))
                    .isEqualTo(places(drawn.items().get(i)));
        }
        Dataset training = read(folder.resolve("tiles").toString());
        assertThat(training.count()).isEqualTo(15);
        assertThat(training.example(14).samples())
                .isEqualTo(read(data).example(14).samples());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                ",kind=marble | kind must be one of brushed, woven, wood, stone, printed, all, was 'marble'",
                ",size=100    | size must be a whole number from 128 to 2048, was '100'",
                ",defects=1   | defects is unknown; known are kind, size, count, seed"
            })
    @DisplayName("that are none are refused, to learn from and to test with")
    void refused(String options, String message) {
        String data = "synthetic:surfaces" + options;
        assertThatThrownBy(() -> read(data)).isInstanceOf(UnusableData.class).hasMessage(data + ": " + message);
        assertThatThrownBy(() -> InspectionSet.read(data))
                .isInstanceOf(UnusableData.class)
                .hasMessage(data + ": " + message);
    }

    @Test
    @DisplayName("alone are drawn with defects, at least one good and one damaged")
    void noOthers() {
        assertThatThrownBy(() -> InspectionSet.read("synthetic:gaussians"))
                .isInstanceOf(UnusableData.class)
                .hasMessage(
                        "'synthetic:gaussians' is not a kind of drawn pictures with defects; allowed is synthetic:surfaces");
        assertThatThrownBy(() -> InspectionSet.read("synthetic:surfaces,count=1"))
                .isInstanceOf(UnusableData.class)
                .hasMessage("synthetic:surfaces,count=1: count must be a whole number from 2 to 10000, was '1'");
    }
}
