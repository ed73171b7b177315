package io.unveil.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An idx file of unsigned bytes, plain or gzipped, as the MNIST family of sets uses it (LeCun, Cortes, Burges: "The
 * MNIST database of handwritten digits", section on file formats): two zero bytes, one for the type of the values (8:
 * unsigned byte), one for the number of dimensions, the length of each dimension as a big-endian 32-bit number, and the
 * values, the last dimension changing fastest.
 *
 * @param values as many as the dimensions say
 */
record IdxFile(Path path, List<Integer> dimensions, byte[] values) {
    /** The most bytes of values that are read into memory. */
    static final int MOST_BYTES = 1 << 30;

    private static final int UNSIGNED_BYTE = 8;
    private static final int FIRST_ALLOCATION = 1 << 20;

    /**
     * Reads a file. Memory grows with the values that really come, not with the number that the header claims.
     *
     * @param dimensions how many it must have
     * @throws UnusableData when the file is missing, not an idx file, cut short, too long or too large
     */
    static IdxFile read(Path path, int dimensions) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                InputStream in = unpacked(file)) {
            List<Integer> lengths = header(path, in, dimensions);
            byte[] values = upTo(count(path, lengths), in);
            checkWhole(path, lengths, values.length, in);
            return new IdxFile(path, lengths, values);
        } catch (NoSuchFileException e) {
            throw new UnusableData("%s does not exist".formatted(path));
        } catch (EOFException e) {
            throw new UnusableData("%s is cut short: even its gzip header is not whole".formatted(path));
        } catch (ZipException e) {
            throw new UnusableData("%s is damaged: %s".formatted(path, e.getMessage()));
        }
    }

    /** The first dimension: how many pictures or labels there are. */
    int count() {
        return dimensions.get(0);
    }

    /** Adds header and values to a digest: a packed file and a plain file of the same content have the same digest. */
    void addTo(MessageDigest digest) {
        dimensions.forEach(length ->
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip()));
        digest.update(values);
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        file.mark(2);
        boolean gzip = file.read() == 0x1f && file.read() == 0x8b;
        file.reset();
        return gzip ? new GZIPInputStream(file) : file;
    }

    private static List<Integer> header(Path path, InputStream in, int dimensions) throws IOException {
        byte[] start = upTo(4, in);
        if (start.length < 4 || start[0] != 0 || start[1] != 0) {
            throw new UnusableData(
                    "%s is not a folder, .zip or idx file: it begins with the bytes '%s', but idx files of %d dimensions begin with '00 00 08 %02x'"
                            .formatted(path, HexFormat.ofDelimiter(" ").formatHex(start), dimensions, dimensions));
        }
        if (start[2] != UNSIGNED_BYTE) {
            throw new UnusableData(
                    "%s holds values of type 0x%02x; only 0x08, unsigned bytes, is read".formatted(path, start[2]));
        }
        if (start[3] != dimensions) {
            throw new UnusableData("%s has %d dimensions; pictures have 3 (how many, height, width), labels have 1"
                    .formatted(path, start[3] & 255));
        }
        byte[] lengths = upTo(Integer.BYTES * dimensions, in);
        if (lengths.length < Integer.BYTES * dimensions) {
            throw new UnusableData("%s is cut short: its header has %d bytes, there are %d"
                    .formatted(path, 4 + Integer.BYTES * dimensions, 4 + lengths.length));
        }
        ByteBuffer buffer = ByteBuffer.wrap(lengths);
        List<Integer> read = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            read.add(buffer.getInt());
        }
        return read;
    }

    private static int count(Path path, List<Integer> lengths) {
        double product = 1; // three numbers of 31 bits overflow a long
        for (int length : lengths) {
            if (length < 1) {
                throw new UnusableData("%s claims %s values; every dimension is from 1 to %d"
                        .formatted(path, text(lengths), Integer.MAX_VALUE));
            }
            product *= length;
        }
        if (product > MOST_BYTES) {
            throw new UnusableData(
                    "%s claims %s = %.0f bytes, the limit is %d".formatted(path, text(lengths), product, MOST_BYTES));
        }
        return (int) product;
    }

    private static void checkWhole(Path path, List<Integer> lengths, int there, InputStream in) throws IOException {
        int expected = count(path, lengths);
        if (there < expected) {
            throw new UnusableData("%s is cut short: its header says %s = %d bytes, there are %d"
                    .formatted(path, text(lengths), expected, there));
        }
        if (upTo(1, in).length > 0) { // also makes gzip check its checksum
            throw new UnusableData(
                    "%s goes on after the %s = %d bytes that its header says".formatted(path, text(lengths), expected));
        }
    }

    /** At most {@code most} bytes; a gzip stream that breaks off ends there. */
    private static byte[] upTo(int most, InputStream in) throws IOException {
        byte[] bytes = new byte[Math.min(most, FIRST_ALLOCATION)];
        int filled = 0;
        try {
            while (filled < most) {
                if (filled == bytes.length) {
                    bytes = Arrays.copyOf(bytes, (int) Math.min(most, 2L * bytes.length));
                }
                int read = in.read(bytes, filled, bytes.length - filled);
                if (read < 0) {
                    break;
                }
                filled += read;
            }
        } catch (EOFException e) {
            return Arrays.copyOf(bytes, filled);
        }
        return filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled);
    }

    private static String text(List<Integer> lengths) {
        return lengths.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
}
