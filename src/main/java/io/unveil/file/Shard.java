package io.unveil.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * One of several shares of files, by their names. A file's share depends on its own name only, so processes that list a
 * growing folder at different times agree: it is the first eight bytes of the SHA-256 of the name in UTF-8, as a whole
 * number without sign, modulo the count. The name counts without its ending, so that a picture and its mask or partner
 * are in one share.
 *
 * @param number 0 to count; 0 and count are the same share, so both 0 to count - 1 and 1 to count name all
 * @param count 1 or more
 */
public record Shard(int number, int count) {
    /** The one share that has all files. */
    public static final Shard ALL = new Shard(1, 1);

    public Shard {
        if (count < 1 || number < 0 || number > count) {
            throw new IllegalArgumentException("share %d of %d".formatted(number, count));
        }
    }

    /** @param name within the folder that is shared */
    public boolean has(Path name) {
        return has(name.toString().replace(name.getFileSystem().getSeparator(), "/"));
    }

    /** @param name within the folder that is shared, with slashes between its parts */
    public boolean has(String name) {
        String digest = Digests.sha256(stem(name).getBytes(StandardCharsets.UTF_8));
        long hash = HexFormat.fromHexDigitsToLong(digest, 0, 16);
        return Long.remainderUnsigned(hash, count) == number % count;
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
    }

    @Override
    public String toString() {
        return number + "/" + count;
    }
}
