package io.unveil.autoencoder;

import ai.djl.util.Utils;
import io.unveil.file.Digests;
import io.unveil.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a {@link PrecisionTrial} found, kept for later starts: one word in a file beside the engine's unpacked
 * libraries, named by the kind of processor and the engine's version.
 */
final class TrialMemory {
    private static final Logger LOG = LoggerFactory.getLogger(TrialMemory.class);

    private final Path file;

    /** @param kind of the processor, {@link Processor#kind} */
    TrialMemory(Path folder, String kind) {
        String digest = Digests.sha256(kind.getBytes(StandardCharsets.UTF_8));
        this.file = folder.resolve("precision-" + digest.substring(0, 16));
    }

    /** That of this machine. */
    static TrialMemory here() {
        return new TrialMemory(
                Utils.getEngineCacheDir("pytorch"),
                Processor.kind() + "\n" + TorchEngine.start().getVersion());
    }

    /** What was kept; empty where nothing was, or nothing that is understood. */
    Optional<Precision> recall() {
        try {
            return Words.find(Precision.class, Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps a finding; where the folder cannot be written, as in a container, the next start tries again. */
    void keep(Precision found) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            write(found, file.resolveSibling(".%s.part".formatted(UUID.randomUUID())));
        } catch (IOException e) {
            LOG.debug("the precision is not kept: {}", e.toString());
        }
    }

    private void write(Precision found, Path temporary) throws IOException {
        try {
            Files.writeString(temporary, Words.of(found));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
