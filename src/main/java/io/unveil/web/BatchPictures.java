package io.unveil.web;

import io.unveil.job.JobSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Guards what a batch brings in. What archives say of themselves is not believed: bytes are counted as they are
 * unpacked.
 */
final class BatchPictures {
    private static final int LONGEST_NAME = 500;
    /** The first bytes of ZIP, gzip, RAR, 7z, xz and bzip2. */
    private static final List<byte[]> ARCHIVES = List.of(
            new byte[] {'P', 'K', 3, 4},
            new byte[] {'P', 'K', 5, 6},
            new byte[] {0x1f, (byte) 0x8b},
            new byte[] {'R', 'a', 'r', '!'},
            new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf},
            new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z'},
            new byte[] {'B', 'Z', 'h'});

    private final JobSettings limits;
    private final long mostBytes;
    private final BatchBody.Pictures pictures;
    private final Set<String> names = new HashSet<>();
    private long bytes;

    /** @param mostBytes of one picture */
    BatchPictures(JobSettings limits, long mostBytes, BatchBody.Pictures pictures) {
        this.limits = limits;
        this.mostBytes = mostBytes;
        this.pictures = pictures;
    }

    int count() {
        return names.size();
    }

    /** One part of a form: a picture, or a ZIP file. */
    void part(String name, InputStream body) throws IOException {
        byte[] start = body.readNBytes(4);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), body);
        if (isZip(start)) {
            Path file = Files.createTempFile("unveil-batch", ".zip");
            try {
                Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
                archive(file);
            } finally {
                Files.delete(file);
            }
        } else {
            add(name.isEmpty() ? "picture-" + (count() + 1) : name, whole);
        }
    }

    /** A ZIP file: its directory is checked as a whole before anything is unpacked. */
    void archive(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.maxEntries()) {
                throw tooMany(zip.size());
            }
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory() && !isLitter(entry.getName()))
                    .toList();
            entries.forEach(entry -> requireInside(entry.getName()));
            for (ZipEntry entry : entries) {
                try (InputStream body = zip.getInputStream(entry)) {
                    add(entry.getName(), body);
                }
            }
        } catch (ZipException e) {
            throw refused(
                    "the body is no ZIP file that can be read: %s; encrypted files cannot, and other kinds of archives cannot"
                            .formatted(e.getMessage()));
        }
    }

    /** The bytes of one file, as many as it may have. */
    byte[] bytes(String name, InputStream body) throws IOException {
        byte[] read = body.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, mostBytes + 1));
        if (read.length > mostBytes) {
            throw refused("'%s' has more than %d bytes, the limit of one picture (unveil.limits.max-body)"
                    .formatted(name, mostBytes));
        }
        bytes += read.length;
        if (bytes > limits.maxBatch().toBytes()) {
            throw refused("the archive unpacks to more than %d bytes, the limit (unveil.jobs.max-batch)"
                    .formatted(limits.maxBatch().toBytes()));
        }
        return read;
    }

    private void add(String name, InputStream body) throws IOException {
        requireInside(name);
        if (!names.add(name)) {
            throw refused("two pictures have the name '%s'; results go by their names".formatted(name));
        }
        if (names.size() > limits.maxEntries()) {
            throw tooMany(names.size());
        }
        byte[] picture = bytes(name, body);
        if (isArchive(picture)) {
            throw refused("'%s' is an archive in the archive; send the pictures themselves".formatted(name));
        }
        pictures.add(name, picture);
    }

    /** What macOS and Windows put beside pictures. */
    private static boolean isLitter(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/") || last.startsWith(".") || last.equals("Thumbs.db");
    }

    /** Results are packed under the same names, and whoever unpacks them must stay in his folder. */
    private static void requireInside(String name) {
        boolean inside = !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(letter -> letter < ' ' || letter == '\\' || letter == ':' || letter == 0x7f)
                && !name.startsWith("/")
                && Arrays.stream(name.split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals("..") || part.equals("."));
        if (!inside) {
            throw refused(
                    "the name '%s' is not taken: names have 1 to %d letters, none of them a backslash or a colon, and do not lead out of their folder"
                            .formatted(name.length() > 100 ? name.substring(0, 100) + "…" : name, LONGEST_NAME));
        }
    }

    private static boolean isZip(byte[] start) {
        return ARCHIVES.subList(0, 2).stream().anyMatch(mark -> begins(start, mark));
    }

    private static boolean isArchive(byte[] file) {
        return ARCHIVES.stream().anyMatch(mark -> begins(file, mark));
    }

    private static boolean begins(byte[] file, byte[] mark) {
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }

    private ProblemException tooMany(int entries) {
        return refused("the batch has %d entries or more, allowed are %d (unveil.jobs.max-entries)"
                .formatted(entries, limits.maxEntries()));
    }

    private static ProblemException refused(String why) {
        return new ProblemException(Problem.UNACCEPTABLE_ARCHIVE, why);
    }
}
