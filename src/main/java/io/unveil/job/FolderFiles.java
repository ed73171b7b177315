package io.unveil.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/** Files of jobs in a folder for each. */
record FolderFiles(Path root) implements JobFiles {
    /** On disk, not only in its cache, before it has its name: what is accepted outlives a power cut. */
    @Override
    public void write(String job, String name, byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(root.resolve(job));
        Path unfinished = folder.resolve(name + "." + UUID.randomUUID());
        try {
            try (FileChannel file =
                    FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    file.write(left);
                }
                file.force(true);
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public byte[] read(String job, String name) throws IOException {
        return Files.readAllBytes(root.resolve(job).resolve(name));
    }

    @Override
    public InputStream open(String job, String name) throws IOException {
        return Files.newInputStream(root.resolve(job).resolve(name));
    }

    @Override
    public void delete(String job) throws IOException {
        FileSystemUtils.deleteRecursively(root.resolve(job));
    }
}
