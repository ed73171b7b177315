package io.unveil.image.codec;

import java.nio.ByteBuffer;
import java.util.TreeMap;

/** A TIFF directory in the making, high byte first (TIFF 6.0, section 2). */
final class TiffFields {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int UNDEFINED = 7;

    /** @param value high byte first */
    record Field(int type, int count, byte[] value) {}

    private final TreeMap<Integer, Field> fields = new TreeMap<>();

    void put(int tag, Field field) {
        fields.put(tag, field);
    }

    void number(int tag, int value) {
        put(tag, new Field(LONG, 1, ByteBuffer.allocate(4).putInt(value).array()));
    }

    void shorts(int tag, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        put(tag, new Field(SHORT, values.length, bytes.array()));
    }

    /** Fractions of so many parts. */
    void fractions(int tag, int parts, int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number).putInt(parts);
        }
        put(tag, new Field(RATIONAL, numbers.length, bytes.array()));
    }

    void bytes(int tag, byte[] value) {
        put(tag, new Field(UNDEFINED, value.length, value));
    }

    /** Takes a tag over from another structure, if it is there and whole, and while there is room for metadata. */
    void copy(TiffTags from, int tag) {
        from.field(tag).filter(field -> hasRoom(field.value.length)).ifPresent(field -> put(tag, field));
    }

    /** Many tags may point to the same bytes, so that a small file would make a large one. */
    private boolean hasRoom(int bytes) {
        return fields.values().stream().mapToLong(field -> field.value.length).sum() + bytes <= Metadata.MAX_BYTES;
    }

    /** Takes over all that a directory of another structure has. */
    void copyAll(TiffTags from) {
        from.tags().forEach(tag -> copy(from, tag));
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    int length() {
        return 2
                + 12 * fields.size()
                + 4
                + fields.values().stream().mapToInt(TiffFields::apart).sum();
    }

    /** Writes the directory at a place of a file, then the values that do not fit into it; no directory follows. */
    void write(ByteBuffer file, int at) {
        file.position(at).putShort((short) fields.size());
        int free = at + 2 + 12 * fields.size() + 4;
        for (var entry : fields.entrySet()) {
            Field field = entry.getValue();
            int here = file.position();
            file.putShort(entry.getKey().shortValue())
                    .putShort((short) field.type)
                    .putInt(field.count);
            if (apart(field) == 0) {
                file.put(field.value);
            } else {
                file.putInt(free).put(free, field.value);
                free += apart(field);
            }
            file.position(here + 12);
        }
    }

    private static int apart(Field field) {
        return field.value.length <= 4 ? 0 : field.value.length + field.value.length % 2;
    }
}
