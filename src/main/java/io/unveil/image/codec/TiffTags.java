package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A directory of a TIFF structure (TIFF 6.0, section 2; BigTIFF), as TIFF files are made of and Exif blocks too. No
 * value is read before it is asked for, and none that does not lie inside the bytes.
 */
final class TiffTags {
    static final int ORIENTATION = 274;

    private static final int[] BYTES_BY_TYPE = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
    private static final int ASCII = 2;
    private static final int RATIONAL = 5;
    private static final int MOST_DIRECTORIES = 64;
    /** Cameras write up to some hundred; all directories of a file together stay below some megabytes. */
    private static final int MOST_ENTRIES = 4_096;

    /** Of one value that is copied; several tags may point to the same bytes. */
    private static final int MOST_VALUE_BYTES = 2 * Metadata.MAX_BYTES;

    private final ByteBuffer data;
    private final boolean big;
    private final long next;
    private final Map<Integer, Entry> entries = new TreeMap<>();

    /** @param at where the entry stands, type, count and value field included */
    record Entry(int at, int type, long count) {}

    private TiffTags(ByteBuffer data, boolean big, long from) {
        this.data = data;
        this.big = big;
        int at = Math.toIntExact(from);
        int count = Math.toIntExact(big ? data.getLong(at) : number(data, at, 2));
        Excess.above(MOST_ENTRIES, count, "entries in a directory");
        at += big ? 8 : 2;
        for (int i = 0; i < count; i++, at += entryBytes()) {
            int tag = data.getShort(at) & 0xFFFF;
            int type = data.getShort(at + 2) & 0xFFFF;
            entries.put(tag, new Entry(at, type, big ? data.getLong(at + 4) : number(data, at + 4, 4)));
        }
        boolean ends = at + (big ? 8 : 4) > data.limit(); // nothing behind the last directory: writers forget it
        next = ends ? 0 : big ? data.getLong(at) : number(data, at, 4);
    }

    /** The first directory. */
    static TiffTags first(byte[] tiff) {
        ByteBuffer data = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        boolean big = data.getShort(2) == 43;
        return new TiffTags(data, big, big ? data.getLong(8) : number(data, 4, 4));
    }

    /** The directory at a place of the same structure. */
    TiffTags at(long place) {
        return new TiffTags(data, big, place);
    }

    /** The directories that a tag points to; those that are broken are left out. */
    List<TiffTags> pointedTo(int tag) {
        List<TiffTags> found = new ArrayList<>();
        for (long i = 0; i < Math.min(count(tag), MOST_DIRECTORIES); i++) {
            try {
                found.add(at(number(tag, i, 0)));
            } catch (IndexOutOfBoundsException | ArithmeticException broken) {
                // the others may be whole
            }
        }
        return found;
    }

    /** This directory and those behind it in the chain, as far as it is whole and meets none twice. */
    List<TiffTags> chain() {
        List<TiffTags> chain = new ArrayList<>(List.of(this));
        Set<Long> met = new HashSet<>();
        TiffTags last = this;
        while (last.next != 0 && met.add(last.next) && chain.size() < MOST_DIRECTORIES) {
            try {
                last = at(last.next);
            } catch (IndexOutOfBoundsException | ArithmeticException broken) {
                break;
            }
            chain.add(last);
        }
        return chain;
    }

    /** How an Exif block wants the picture turned; upright if the block is broken, which does not harm the picture. */
    static Orientation orientation(byte[] exif) {
        try {
            return Orientation.of(first(ExifBlock.bare(exif)).number(ORIENTATION, 0, 1));
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

    Set<Integer> tags() {
        return entries.keySet();
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

    /** One value of a tag with fractions or whole numbers, or the default if the tag is not there. */
    double fraction(int tag, long index, double otherwise) {
        Entry entry = entries.get(tag);
        if (entry == null || index >= entry.count) {
            return otherwise;
        }
        if (entry.type != RATIONAL) {
            return number(tag, index, 0);
        }
        int at = Math.toIntExact(position(entry) + 8 * index);
        return (double) number(data, at, 4) / number(data, at + 4, 4);
    }

    /** The text of a tag up to its first zero; empty if it is not there or no text. */
    String text(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null || entry.type != ASCII) {
            return "";
        }
        String text = new String(value(tag).orElseThrow(), ISO_8859_1);
        int end = text.indexOf(0);
        return end < 0 ? text : text.substring(0, end);
    }

    /** The bytes of a tag. */
    Optional<byte[]> value(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return Optional.empty();
        }
        int position = Math.toIntExact(position(entry));
        Excess.above(MOST_VALUE_BYTES, length(entry), "bytes in tag %d".formatted(tag));
        byte[] value = new byte[Math.toIntExact(length(entry))];
        data.get(position, value);
        return Optional.of(value);
    }

    /** A tag with its values, high byte first; empty where it is not there, of an unknown type, or broken. */
    Optional<TiffFields.Field> field(int tag) {
        Entry entry = entries.get(tag);
        if (entry == null || entry.type == 0 || entry.type >= BYTES_BY_TYPE.length || bytes(entry) == 0) {
            return Optional.empty();
        }
        try {
            byte[] value = value(tag).orElseThrow();
            if (order() == ByteOrder.LITTLE_ENDIAN) {
                reverse(value, entry.type == RATIONAL || entry.type == 10 ? 4 : bytes(entry));
            }
            return Optional.of(new TiffFields.Field(entry.type, Math.toIntExact(entry.count), value));
        } catch (IndexOutOfBoundsException | ArithmeticException broken) {
            return Optional.empty();
        }
    }

    private static void reverse(byte[] value, int unit) {
        for (int from = 0; from + unit <= value.length; from += unit) {
            for (int i = 0; i < unit / 2; i++) {
                byte one = value[from + i];
                value[from + i] = value[from + unit - 1 - i];
                value[from + unit - 1 - i] = one;
            }
        }
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

    /** Where the value field of a tag stands that holds its only value. */
    Optional<Integer> valueField(int tag) {
        return Optional.ofNullable(entries.get(tag))
                .filter(entry -> entry.count == 1)
                .map(entry -> entry.at + (big ? 12 : 8));
    }

    /** The bytes of one value of a tag: 2 for SHORT, 4 for LONG; 0 if it is not there. */
    int unit(int tag) {
        Entry entry = entries.get(tag);
        return entry == null ? 0 : bytes(entry);
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
        if (length < 0 || position < 0 || length > data.limit() - position) {
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
