package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box of an ISO base media file (ISO 14496-12, 4.2): a length, a type and what is inside.
 *
 * @param from where its content begins
 * @param to where it ends
 */
record HeifBox(ByteBuffer file, String type, int from, int to) {
    private static final int MOST = 20_000;

    /** The boxes of a whole file, as far as they are whole. */
    static List<HeifBox> of(byte[] file) {
        return boxes(ByteBuffer.wrap(file), 0, file.length);
    }

    /** The boxes inside, behind so many bytes of its own. */
    List<HeifBox> children(int behind) {
        return boxes(file, from + behind, to);
    }

    Optional<HeifBox> child(String wanted, int behind) {
        return find(children(behind), wanted);
    }

    static Optional<HeifBox> find(List<HeifBox> boxes, String type) {
        return boxes.stream().filter(box -> box.type.equals(type)).findFirst();
    }

    private static List<HeifBox> boxes(ByteBuffer file, int from, int to) {
        List<HeifBox> found = new ArrayList<>();
        long at = from;
        while (at + 8 <= to && found.size() < MOST) {
            int here = (int) at;
            long length = file.getInt(here) & 0xFFFFFFFFL;
            int header = length == 1 ? 16 : 8;
            if (length == 1 && here + 16 <= to) {
                length = file.getLong(here + 8);
            } else if (length == 0) {
                length = to - here; // up to the end
            }
            if (length < header || length > to - here) {
                break;
            }
            found.add(new HeifBox(file, text(file, here + 4), here + header, (int) (here + length)));
            at += length;
        }
        return found;
    }

    private static String text(ByteBuffer file, int at) {
        byte[] name = new byte[4];
        file.get(at, name);
        return new String(name, ISO_8859_1);
    }

    /** Four letters of its content. */
    String name(int offset) {
        number(offset, 4);
        return text(file, from + offset);
    }

    int length() {
        return to - from;
    }

    /** The version of a box that has one. */
    int version() {
        return (int) number(0, 1);
    }

    int flags() {
        return (int) number(1, 3);
    }

    /** A whole number without a sign in its content, of 0 to 8 bytes, high byte first. */
    long number(int offset, int bytes) {
        if (offset < 0 || offset + bytes > length()) {
            throw new IndexOutOfBoundsException("a number at %d of the box %s".formatted(offset, type));
        }
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | (file.get(from + offset + i) & 255);
        }
        return number;
    }

    /** Its content from here on. */
    byte[] bytes(int offset) {
        byte[] bytes = new byte[Math.max(0, length() - offset)];
        file.get(from + offset, bytes);
        return bytes;
    }
}
