package io.unveil.pipeline.code;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Latent codes as NumPy array files, version 1.0 (numpy.lib.format): six bytes of magic, the version, the length of the
 * header in two bytes, the header, which is a Python dictionary in ASCII padded to a multiple of 64, and the numbers.
 * Written are {@code <f4}: single precision, low byte first, last index fastest. Read are {@code <f4} and {@code <f8},
 * NumPy's type for plain numbers. A header is checked against the bytes before it is used, and nothing in it is
 * evaluated.
 */
public final class Npy {
    /** The ending of such files' names. */
    public static final String ENDING = ".npy";

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int PREAMBLE = MAGIC.length + 4;
    private static final int ALIGNMENT = 64;
    private static final int MOST_DIMENSIONS = 8;
    /** {@code {'descr': '<f4', 'fortran_order': False, 'shape': (32,), }}, its keys in any order. */
    private static final Pattern HEADER = Pattern.compile("\\s*\\{(?<entries>[^{}]*)\\}\\s*");

    private static final Pattern ENTRY = Pattern.compile(
            "\\s*'(?<key>descr|fortran_order|shape)'\\s*:\\s*(?<value>'[^']{1,40}'|True|False|\\([\\d, ]{0,200}\\))\\s*(,|$)");

    private Npy() {}

    /** Whether bytes begin like such a file. */
    public static boolean isNpy(byte[] file) {
        return file.length >= MAGIC.length && Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    public static byte[] write(LatentCode code) {
        String sides = code.shape().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String shape = code.shape().size() == 1 ? sides + "," : sides; // as Python writes tuples
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (%s), }".formatted(shape);
        int length =
                (PREAMBLE + header.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT - PREAMBLE; // with the end of line
        String padded = header + " ".repeat(length - header.length() - 1) + "\n";
        ByteBuffer file = ByteBuffer.allocate(PREAMBLE + length + code.values().length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) length)
                .put(padded.getBytes(ISO_8859_1));
        file.asFloatBuffer().put(code.values());
        return file.array();
    }

    /** Throws {@link UnreadableCode}. */
    public static LatentCode read(byte[] file) {
        if (!isNpy(file)) {
            throw UnreadableCode.unsupported("the bytes are not a .npy file: they do not begin with \\x93NUMPY");
        }
        if (file.length < PREAMBLE) {
            throw UnreadableCode.damaged("the .npy file is cut short within its first %d bytes".formatted(PREAMBLE));
        }
        if (file[MAGIC.length] != 1 || file[MAGIC.length + 1] != 0) {
            throw UnreadableCode.unsupported("the .npy file has version %d.%d, only 1.0 is read"
                    .formatted(file[MAGIC.length] & 255, file[MAGIC.length + 1] & 255));
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int start = PREAMBLE + Short.toUnsignedInt(bytes.getShort(MAGIC.length + 2));
        if (start > file.length) {
            throw UnreadableCode.damaged("the .npy file is cut short within its header");
        }
        Header header = Header.parse(new String(file, PREAMBLE, start - PREAMBLE, ISO_8859_1));
        return LatentCode.of(
                header.shape(), numbers(bytes.position(start).slice().order(ByteOrder.LITTLE_ENDIAN), header));
    }

    private static float[] numbers(ByteBuffer bytes, Header header) {
        long count = header.count();
        if (bytes.remaining() != count * header.width()) {
            throw UnreadableCode.damaged(
                    "the .npy file announces %s numbers of %d bytes, but %d bytes follow its header"
                            .formatted(header.shape(), header.width(), bytes.remaining()));
        }
        float[] numbers = new float[(int) count]; // no more than there are bytes
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = header.width() == Float.BYTES
                    ? bytes.getFloat(i * Float.BYTES)
                    : (float) bytes.getDouble(i * Double.BYTES);
        }
        return numbers;
    }

    /** @param width bytes of a number: 4 or 8 */
    private record Header(List<Integer> shape, int width) {
        static Header parse(String text) {
            Matcher header = HEADER.matcher(text);
            if (!header.matches()) {
                throw UnreadableCode.damaged("the .npy file has no header that could be read");
            }
            String descr = "";
            String order = "";
            String shape = "";
            Matcher entry = ENTRY.matcher(header.group("entries"));
            while (entry.lookingAt()) {
                switch (entry.group("key")) {
                    case "descr" -> descr = entry.group("value");
                    case "fortran_order" -> order = entry.group("value");
                    default -> shape = entry.group("value");
                }
                entry.region(entry.end(), entry.regionEnd());
            }
            if (!header.group("entries").substring(entry.regionStart()).isBlank() || !shape.startsWith("(")) {
                throw UnreadableCode.damaged(
                        "the header of the .npy file is wrong: it must have 'descr', 'fortran_order' and 'shape', and nothing else");
            }
            return new Header(sides(shape), width(descr, order));
        }

        private static int width(String descr, String order) {
            if (!order.equals("False")) {
                throw UnreadableCode.unsupported("the .npy file is in Fortran order, only C order is read");
            }
            return switch (descr) {
                case "'<f4'" -> Float.BYTES;
                case "'<f8'" -> Double.BYTES;
                default ->
                    throw UnreadableCode.unsupported(
                            "the .npy file holds numbers of type %s, read are '<f4' (float32) and '<f8' (float64)"
                                    .formatted(descr));
            };
        }

        private static List<Integer> sides(String shape) {
            List<Integer> sides = new ArrayList<>();
            for (String word : shape.substring(1, shape.length() - 1).split(",", -1)) {
                String side = word.strip();
                if (!side.isEmpty() && (!side.matches("\\d{1,9}") || sides.size() == MOST_DIMENSIONS)) {
                    throw UnreadableCode.damaged("the .npy file has shape %s".formatted(shape));
                }
                if (!side.isEmpty()) {
                    sides.add(Integer.parseInt(side));
                }
            }
            return sides;
        }

        /** The announced number of values; too large a number for an array where it is out of bounds. */
        long count() {
            long count = 1;
            for (int side : shape) {
                count = Math.min(count * side, Integer.MAX_VALUE); // the product of two ints fits a long
            }
            return count;
        }
    }
}
