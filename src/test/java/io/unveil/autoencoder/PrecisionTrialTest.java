package io.unveil.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which precision is fast is tried once for each processor. */
class PrecisionTrialTest {
    @TempDir
    Path folder;

    private final AtomicInteger trials = new AtomicInteger();

    private Precision best(Path where, String processor, Precision found, boolean disturbed) {
        return PrecisionTrial.best(new TrialMemory(where, processor), () -> {
            trials.incrementAndGet();
            return new PrecisionTrial.Finding(found, disturbed);
        });
    }

    @Test
    void whatAQuietTrialFoundIsNotTriedAgain() {
        assertThat(best(folder, "one", Precision.BF16, false)).isEqualTo(Precision.BF16);
        assertThat(best(folder, "one", Precision.FP32, false)).isEqualTo(Precision.BF16);
        assertThat(trials).hasValue(1);
    }

    @Test
    void whatADisturbedTrialFoundServesOnceAndIsTriedAgain() {
        assertThat(best(folder, "one", Precision.FP32, true)).isEqualTo(Precision.FP32);
        assertThat(best(folder, "one", Precision.BF16, false)).isEqualTo(Precision.BF16);
        assertThat(best(folder, "one", Precision.FP32, false)).isEqualTo(Precision.BF16);
        assertThat(trials).hasValue(2);
    }

    @Test
    void anotherProcessorIsTriedForItself() {
        assertThat(best(folder, "one", Precision.BF16, false)).isEqualTo(Precision.BF16);
        assertThat(best(folder, "other", Precision.FP32, false)).isEqualTo(Precision.FP32);
        assertThat(best(folder, "one", Precision.FP32, false)).isEqualTo(Precision.BF16);
    }

    @Test
    void aFileThatIsNotUnderstoodIsReplaced() throws IOException {
        assertThat(best(folder, "one", Precision.BF16, false)).isEqualTo(Precision.BF16);
        try (Stream<Path> files = Files.list(folder)) {
            Files.writeString(files.findFirst().orElseThrow(), "int4");
        }
        assertThat(best(folder, "one", Precision.FP32, false)).isEqualTo(Precision.FP32);
        assertThat(best(folder, "one", Precision.BF16, false)).isEqualTo(Precision.FP32);
    }

    @Test
    void whereNothingCanBeWrittenEachStartTries() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThat(best(file.resolve("below"), "one", Precision.BF16, false)).isEqualTo(Precision.BF16);
        assertThat(best(file.resolve("below"), "one", Precision.FP32, false)).isEqualTo(Precision.FP32);
        assertThat(trials).hasValue(2);
    }

    @Test
    void theKindOfProcessorIsTheSameEachTimeItIsAskedFor() {
        assertThat(Processor.kind()).isNotBlank().isEqualTo(Processor.kind());
    }
}
