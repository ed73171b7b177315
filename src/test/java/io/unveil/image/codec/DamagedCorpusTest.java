package io.unveil.image.codec;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files of the odd folder, damaged in ways that a seed chooses: a short round of what {@link DecoderFuzzer} does.
 */
@DisplayName("A damaged file")
class DamagedCorpusTest {
    private static final int DAMAGES = Integer.getInteger("unveil.damages", 25);

    static Stream<String> names() throws IOException {
        return new String(bytes("answers.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(' ')));
    }

    @ParameterizedTest
    @MethodSource("names")
    @DisplayName("is read or refused, and nothing else happens")
    void isReadOrRefusedAndNothingElseHappens(String name) throws IOException {
        byte[] whole = bytes(name);
        SplittableRandom random = new SplittableRandom(name.hashCode());
        for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged = damaged(whole, random);
            assertThatCode(() -> DecoderFuzzer.fuzzerTestOneInput(damaged))
                    .as("damage %d", i)
                    .doesNotThrowAnyException();
        }
    }

    /** Bytes changed, mostly near the start, where headers are; a part left out, or the end cut off. */
    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] damaged = whole.clone();
        int reach = random.nextInt(3) == 0 ? damaged.length : Math.min(damaged.length, 200);
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(reach);
            damaged[at] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (random.nextInt(2) * 255);
        }
        if (random.nextInt(4) == 0) {
            damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length + 1));
        } else if (random.nextInt(6) == 0) {
            int from = random.nextInt(damaged.length);
            int count = Math.min(random.nextInt(1, 9), damaged.length - from);
            System.arraycopy(damaged, from + count, damaged, from, damaged.length - from - count);
        }
        return damaged;
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream file = DamagedCorpusTest.class.getResourceAsStream("odd/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }
}
