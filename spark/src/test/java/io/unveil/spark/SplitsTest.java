package io.unveil.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SplitsTest {
    private static List<SourceFile> files(long... bytes) {
        return LongStream.of(bytes)
                .mapToObj(size -> new SourceFile("%d.png".formatted(size), size))
                .toList();
    }

    private static List<Long> sizes(List<Splits.Split> splits) {
        return splits.stream().map(Splits.Split::bytes).toList();
    }

    @Test
    void aFileThatIsLargerThanATaskIsATaskByItselfAndStartsFirst() {
        List<Splits.Split> splits = Splits.of(files(3, 100, 4, 2), 10);
        assertThat(splits.get(0).files()).containsExactly(new SourceFile("100.png", 100));
        assertThat(sizes(splits)).containsExactly(100L, 9L);
    }

    @Test
    void noTaskOfSeveralFilesIsLargerThanAsked() {
        List<Splits.Split> splits = Splits.of(files(6, 5, 5, 4, 3, 1), 10);
        assertThat(splits).allSatisfy(split -> assertThat(split.bytes()).isLessThanOrEqualTo(10));
        assertThat(splits.stream().mapToLong(Splits.Split::bytes).sum()).isEqualTo(24);
    }

    @Test
    void ofManyFilesTasksGrowInsteadOfBecomingMore() {
        List<SourceFile> many = IntStream.range(0, 300_000)
                .mapToObj(i -> new SourceFile("%d.png".formatted(i), 1000))
                .toList();
        assertThat(Splits.of(many, 1000).size()).isBetween(Splits.MOST, Splits.MOST + Splits.MOST / 10);
    }

    @Test
    void theSameFilesGiveTheSameTasks() {
        List<SourceFile> files = List.of(new SourceFile("b.png", 5), new SourceFile("a.png", 5));
        assertThat(Splits.of(files, 5)).isEqualTo(Splits.of(List.of(files.get(1), files.get(0)), 5));
    }

    @Test
    void anEmptyFileIsATaskToo() {
        assertThat(Splits.of(files(0), 10)).hasSize(1);
        assertThat(Splits.of(List.of(), 10)).isEmpty();
    }
}
