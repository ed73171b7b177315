package io.unveil.surface;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.degradation.Draws;
import io.unveil.image.Mask;
import io.unveil.image.Size;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A drawn specimen")
class SpecimenTest {
    private static final int SIDE = 128;

    private static Draws draws(int seed) {
        return new Draws(seed);
    }

    private static String checksum(byte[] levels) {
        CRC32 sum = new CRC32();
        sum.update(levels);
        return "%08x".formatted(sum.getValue());
    }

    /** Every defect on every product. */
    static Stream<Arguments> pairs() {
        return Arrays.stream(Product.values())
                .flatMap(product -> Arrays.stream(Defect.values()).map(defect -> Arguments.of(product, defect)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"BRUSHED, f121872a", "WOVEN, b425dfd2", "WOOD, 66fb5e7f", "STONE, 3d793e2a", "PRINTED, d261a097"})
    @DisplayName("of a whole surface is the same bits on every machine")
    void wholeBits(Product product, String expected) {
        Specimen drawn = Specimen.whole(product, SIDE, draws(5));
        assertThat(drawn.size()).isEqualTo(new Size(SIDE, SIDE));
        assertThat(drawn.defect()).isEmpty();
        assertThat(checksum(drawn.levels())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} on {1} {2}")
    @CsvSource({
        "SCRATCH, BRUSHED, 0135b23a, 433",
        "DENT, PRINTED, aff433df, 1480",
        "STAIN, WOVEN, b822bbe1, 2239",
        "HOLE, WOOD, 10cf826e, 415",
        "CRACK, STONE, 671b04b0, 247",
        "CONTAMINATION, WOVEN, dbad86f6, 136",
        "PATTERN, BRUSHED, b376e5ae, 444",
        "PATTERN, WOVEN, af483bf7, 1316",
        "PATTERN, WOOD, 36f953b0, 943",
        "PATTERN, STONE, f35de3de, 4453",
        "PATTERN, PRINTED, 2e721797, 774"
    })
    @DisplayName("with a defect is too, and the place of the defect with it")
    void damagedBits(Defect defect, Product product, String expected, long pixels) {
        Specimen drawn = Specimen.damaged(product, SIDE, defect, draws(5));
        assertThat(checksum(drawn.levels())).isEqualTo(expected);
        assertThat(drawn.defect())
                .hasValueSatisfying(mask -> assertThat(mask.count()).isEqualTo(pixels));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("pairs")
    @DisplayName(
            "with a defect is, but for it, the whole surface of equal draws: the mask holds all that was done and is not empty")
    void maskIsExact(Product product, Defect defect) {
        for (int seed = 0; seed < 4; seed++) {
            byte[] whole = Specimen.whole(product, SIDE, draws(seed)).levels();
            Specimen damaged = Specimen.damaged(product, SIDE, defect, draws(seed));
            Mask mask = damaged.defect().orElseThrow();
            assertThat(mask.coverage()).isBetween(0.0005, 0.35);
            Mask around = mask.grown(2); // the camera blurs by a pixel
            int most = 0;
            for (int i = 0; i < whole.length; i++) {
                if (!around.at(i % SIDE, i / SIDE)) {
                    most = Math.max(most, Math.abs((whole[i] & 255) - (damaged.levels()[i] & 255)));
                }
            }
            assertThat(most).as("levels beside the defect, seed %d", seed).isLessThanOrEqualTo(6);
        }
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("pairs")
    @DisplayName("shows its defect: within the mask it differs from the whole surface by more than the grain")
    void defectIsSeen(Product product, Defect defect) {
        double sum = 0;
        long pixels = 0;
        for (int seed = 0; seed < 4; seed++) {
            byte[] whole = Specimen.whole(product, SIDE, draws(seed)).levels();
            Specimen damaged = Specimen.damaged(product, SIDE, defect, draws(seed));
            Mask mask = damaged.defect().orElseThrow();
            for (int i = 0; i < whole.length; i++) {
                if (mask.at(i % SIDE, i / SIDE)) {
                    sum += Math.abs((whole[i] & 255) - (damaged.levels()[i] & 255));
                    pixels++;
                }
            }
        }
        assertThat(sum / pixels).as("mean difference in levels").isGreaterThan(8);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    @DisplayName("shows another stretch under another light each time, in the tones of its product")
    void variety(Product product) {
        double[] means = new double[8];
        for (int seed = 0; seed < means.length; seed++) {
            byte[] levels = Specimen.whole(product, SIDE, draws(seed)).levels();
            long sum = 0;
            for (byte level : levels) {
                sum += level & 255;
            }
            means[seed] = (double) sum / levels.length;
        }
        Arrays.sort(means);
        assertThat(means[means.length - 1] / means[0]).isBetween(1.01, 1.25);
    }

    @Test
    @DisplayName("names its products and defects in the words that users write")
    void words() {
        assertThat(Product.values())
                .extracting(Product::word)
                .containsExactly("brushed", "woven", "wood", "stone", "printed");
        assertThat(Defect.values())
                .extracting(Defect::word)
                .containsExactly("scratch", "dent", "stain", "hole", "crack", "contamination", "pattern");
    }
}
