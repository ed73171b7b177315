package io.unveil.image.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The first directory of a TIFF structure (TIFF 6.0, section 2; BigTIFF), as TIFF files are made of and Exif blocks
 * too. No value is read before it is asked for, and none that does not lie inside the bytes.
 */
final class TiffTags {
    static final int ORIENTATION = 274;

    private static final int[] BYTES_BY_TYPE = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private final ByteBuffer data;
    private final boolean big;
    private final Map<Integer, Entry> entries = new TreeMap<>();

    /** @param at where the entry stands, type, count and value field included */
    private record Entry(int at, int type, long count) {}

    TiffTags(byte[] tiff) {
        data = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        big = data.getShort(2) == 43;
        int at = Math.toIntExact(big ? data.getLong(8) : number(data, 4, 4));
        int count = Math.toIntExact(big ? data.getLong(at) : number(data, at, 2));
        at += big ? 8 : 2;
        for (int i = 0; i < count; i++, at += entryBytes()) {
            int tag = data.getShort(at) & 0xFFFF;
            int type = data.getShort(at + 2) & 0xFFFF;
            entries.put(tag, new Entry(at, type, big ? data.getLong(at + 4) : number(data, at + 4, 4)));
        }
    }

    /**
     * How an Exif block wants the picture turned; upright if the block is broken, for a picture is none the worse for
     * that.
     */
    static Orientation orientation(byte[] exif) {
        try {
            return Orientation.of(new TiffTags(exif).number(ORIENTATION, 0, 1));
        } catch (IndexOutOfBoundsException | ArithmeticException broken) {
            return Orientation.UPRIGHT;
        }
    }

    ByteOrder order() {
        return data.order();
    }

    boolean isBig() {
        return big;
    }

    private int entryBytes() {
        return big ? 20 : 12;
    }

    /** How many values a tag has; 0 if the tag is not there. */
    long count(int tag) {
        Entry entry = entries.get(tag);
        return entry == null ? 0 : entry.count;
    }

    /** One value of a tag with whole numbers, or the default if the tag is not there. */
    long number(int tag, long index, long otherwise) {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return otherwise;
        }
        int bytes = bytes(entry);
        return number(data, Math.toIntExact(position(entry) + Math.multiplyExact(index, bytes)), bytes);
    }

    /** The bytes of a tag. */
    Optional<byte[]> value(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return Optional.empty();
        }
        int position = Math.toIntExact(position(entry));
        byte[] value = new byte[Math.toIntExact(length(entry))];
        data.get(position, value);
        return Optional.of(value);
    }

    /** The entry of a tag as it stands in the directory, if it is there and its value lies inside the bytes. */
    Optional<byte[]> entry(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return Optional.empty();
        }
        position(entry);
        byte[] raw = new byte[entryBytes()];
        data.get(entry.at, raw);
        return Optional.of(raw);
    }

    /** Values of an unknown type have no length, so that a count of them, however large, would lie in any file. */
    private int bytes(Entry entry) {
        int bytes = BYTES_BY_TYPE[entry.type];
        if (bytes == 0) {
            throw new IndexOutOfBoundsException("a value of unknown type %d".formatted(entry.type));
        }
        return bytes;
    }

    private long length(Entry entry) {
        return Math.multiplyExact(entry.count, bytes(entry));
    }

    /** Where the values of an entry stand: in its value field if they fit into it. */
    private long position(Entry entry) {
        int field = entry.at + (big ? 12 : 8);
        long length = length(entry);
        if (length <= (big ? 8 : 4)) {
            return field;
        }
        long position = big ? data.getLong(field) : number(data, field, 4);
        if (length > data.limit() - position) {
            throw new IndexOutOfBoundsException("a value of %d bytes at %d".formatted(length, position));
        }
        return position;
    }

    private static long number(ByteBuffer data, int at, int bytes) {
        return switch (bytes) {
            case 1 -> data.get(at) & 0xFFL;
            case 2 -> data.getShort(at) & 0xFFFFL;
            case 4 -> data.getInt(at) & 0xFFFFFFFFL;
            default -> data.getLong(at);
        };
    }
}
