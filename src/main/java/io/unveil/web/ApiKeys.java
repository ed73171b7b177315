package io.unveil.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The accepted API keys, stored only as SHA-256 hashes. */
final class ApiKeys {
    private static final String FILE = "file:";

    private final List<byte[]> hashes;

    private ApiKeys(List<byte[]> hashes) {
        this.hashes = hashes;
    }

    /**
     * Reads hashes and files of hashes. A line that is not a hash stops the start, because a key that silently does not
     * work helps nobody; and so does a file without any, because it would let everybody in.
     */
    static ApiKeys of(List<String> entries) {
        return new ApiKeys(entries.stream().flatMap(ApiKeys::hashes).toList());
    }

    /** Whether there are no keys, so that everybody is let in. */
    boolean open() {
        return hashes.isEmpty();
    }

    /** Whether this key is one of them. Every hash is compared in full, so that the time taken reveals nothing. */
    boolean know(String key) {
        byte[] hash = sha256(key);
        boolean known = false;
        for (byte[] one : hashes) {
            known |= MessageDigest.isEqual(one, hash);
        }
        return known;
    }

    private static Stream<byte[]> hashes(String entry) {
        if (!entry.startsWith(FILE)) {
            return Stream.of(hash(entry, "unveil.security.api-keys"));
        }
        Path file = Path.of(entry.substring(FILE.length()));
        try {
            List<byte[]> hashes = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> hash(line, file.toString()))
                    .toList();
            if (hashes.isEmpty()) { // it was meant to keep people out
                throw new IllegalArgumentException("the file of API keys holds none: " + file);
            }
            return hashes.stream();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of API keys cannot be read: " + file, e);
        }
    }

    private static byte[] hash(String digits, String place) {
        if (!digits.matches("[0-9a-fA-F]{64}")) { // the entry is not shown: it may be a key that was not hashed
            throw new IllegalArgumentException(
                    "%s holds an entry of %d characters that is not a SHA-256 hash (64 hexadecimal digits)"
                            .formatted(place, digits.length()));
        }
        return HexFormat.of().parseHex(digits);
    }

    static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
