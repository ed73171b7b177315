package io.unveil.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardTest {
    private static final List<String> NAMES =
            IntStream.range(0, 6000).mapToObj("shift-%05d.png"::formatted).toList();

    private static List<String> of(Shard shard) {
        return NAMES.stream().filter(shard::has).toList();
    }

    @Test
    void everyNameIsInOneShare() {
        List<List<String>> shares =
                IntStream.range(0, 6).mapToObj(k -> of(new Shard(k, 6))).toList();
        assertThat(shares.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(shares).allSatisfy(share -> assertThat(share).hasSizeBetween(900, 1100));
    }

    @Test
    void sharesCountFromNoughtOrFromOne() {
        assertThat(of(new Shard(0, 6))).isEqualTo(of(new Shard(6, 6)));
        assertThat(of(Shard.ALL)).isEqualTo(NAMES);
    }

    /** What {@code printf %s folder/a | sha256sum} begins with, 33aff309b0ec5350, modulo 7 is 1. */
    @Test
    void theShareIsTheDigestOfTheNameModuloTheCount() {
        assertThat(new Shard(1, 7).has("folder/a.png")).isTrue();
        assertThat(new Shard(1, 7).has(Path.of("folder", "a.png"))).isTrue();
    }

    @Test
    void aPictureAndItsMaskAreInOneShare() {
        assertThat(IntStream.range(0, 50).mapToObj(k -> new Shard(k, 50)))
                .allSatisfy(shard -> assertThat(shard.has("day/a.jpg")).isEqualTo(shard.has("day/a.png")));
    }

    @Test
    void aShareBeyondTheCountDoesNotExist() {
        assertThatThrownBy(() -> new Shard(9, 8)).hasMessage("share 9 of 8");
        assertThatThrownBy(() -> new Shard(0, 0)).hasMessage("share 0 of 0");
    }
}
