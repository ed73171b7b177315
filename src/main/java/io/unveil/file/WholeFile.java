package io.unveil.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files that appear whole or not at all: written under a temporary name beside their own, forced to the disk, moved,
 * and the folder forced too, so that a power cut leaves the old one or the new one.
 */
public final class WholeFile {
    private static final String PART = ".part";

    /** Older ones belong to no process that still writes. */
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private WholeFile() {}

    /** Writes or replaces a file. */
    public static void write(Path file, byte[] bytes) throws IOException {
        // a name without the file's, whose letters this locale may not know; and readable by others, which files of
        // createTempFile are not
        Path temporary = file.resolveSibling(".%s%s".formatted(UUID.randomUUID(), PART));
        try {
            writeForced(temporary, bytes);
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A new name of a folder that is being made, to be moved to its own. */
    public static Path temporary(Path folder) {
        return folder.toAbsolutePath()
                .resolveSibling(".%s.%s%s".formatted(folder.getFileName(), UUID.randomUUID(), PART));
    }

    /** Moves a file or a folder in one step, and forces its new place to the disk. */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = to.toAbsolutePath().getParent();
        if (folder != null) { // a root has none
            force(folder);
        }
    }

    private static void writeForced(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // not every system opens folders; the file itself is on the disk
        }
    }

    /**
     * Removes what processes that were killed left in a folder, an hour after it was last written; what cannot be
     * removed stays.
     */
    public static void sweep(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path left : files.filter(WholeFile::isLeftOver).toList()) {
                remove(left);
            }
        } catch (IOException e) {
            // a folder that cannot be read or written keeps what it has
        }
    }

    private static boolean isLeftOver(Path file) {
        String name = file.getFileName().toString();
        try {
            return name.startsWith(".")
                    && name.endsWith(PART)
                    && Files.getLastModifiedTime(file)
                            .toInstant()
                            .isBefore(Instant.now().minus(LEFT_OVER));
        } catch (IOException e) {
            return false;
        }
    }

    private static void remove(Path left) throws IOException {
        try (Stream<Path> inside = Files.walk(left)) {
            for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
