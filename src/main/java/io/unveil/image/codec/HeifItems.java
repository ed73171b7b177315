package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of a HEIF file (ISO 14496-12, 8.11; ISO 23008-12, 6): pictures, the tiles they are made of, what is said of
 * them, and how all these refer to each other.
 */
final class HeifItems {
    private final byte[] file;
    private final Optional<HeifBox> inline;
    private final int primary;
    private final Map<Integer, Item> items = new HashMap<>();
    private final Map<Integer, HeifBox> places = new HashMap<>(); // the box that has them all
    private final Map<Integer, Integer> placeOffsets = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();

    /**
     * An item.
     *
     * @param type such as hvc1, av01, grid, Exif, or mime
     * @param content of what kind the bytes are, where the type is mime
     */
    record Item(int id, String type, String content, List<HeifBox> properties) {
        Optional<HeifBox> property(String name) {
            return HeifBox.find(properties, name);
        }
    }

    /** From an item to others, of a kind such as dimg (made of), auxl (belongs to), cdsc (describes). */
    record Reference(String kind, int from, List<Integer> to) {}

    HeifItems(byte[] file) {
        this.file = file;
        HeifBox meta = HeifBox.find(HeifBox.of(file), "meta")
                .orElseThrow(() -> RejectedImage.damaged(
                        "the file is cut short or has no still picture: its list of pictures (meta) is missing"));
        List<HeifBox> boxes = meta.children(4);
        inline = HeifBox.find(boxes, "idat");
        HeifBox pitm = required(boxes, "pitm");
        primary = (int) pitm.number(4, pitm.version() == 0 ? 2 : 4);
        required(boxes, "iinf")
                .children(required(boxes, "iinf").version() == 0 ? 6 : 8)
                .forEach(this::addItem);
        readPlaces(required(boxes, "iloc"));
        HeifBox.find(boxes, "iref").ifPresent(this::readReferences);
        HeifBox.find(boxes, "iprp").ifPresent(this::readProperties);
    }

    private static HeifBox required(List<HeifBox> boxes, String type) {
        return HeifBox.find(boxes, type)
                .orElseThrow(() -> RejectedImage.damaged("the file is damaged: its box %s is missing".formatted(type)));
    }

    private void addItem(HeifBox info) {
        if (!info.type().equals("infe") || info.version() < 2) {
            return; // older ones do not say what an item is
        }
        int idBytes = info.version() == 2 ? 2 : 4;
        int id = (int) info.number(4, idBytes);
        String type = info.name(4 + idBytes + 2);
        String words =
                new String(info.bytes(4 + idBytes + 6), ISO_8859_1); // name and kind of content, each up to a zero
        String[] parts = words.split("\0", 3);
        items.put(id, new Item(id, type, parts.length > 1 ? parts[1] : "", new ArrayList<>()));
    }

    private void readPlaces(HeifBox box) {
        int version = box.version();
        int sizes = (int) box.number(4, 2);
        int idBytes = version < 2 ? 2 : 4;
        long count = box.number(6, idBytes);
        int at = 6 + idBytes;
        for (long i = 0; i < count; i++) {
            int id = (int) box.number(at, idBytes);
            places.put(id, box);
            placeOffsets.put(id, at);
            int extentsAt = at + idBytes + (version > 0 ? 2 : 0) + 2 + (sizes >> 4 & 15);
            long extents = box.number(extentsAt, 2);
            at = Math.toIntExact(extentsAt + 2 + extents * extentBytes(version, sizes));
        }
    }

    private static int extentBytes(int version, int sizes) {
        return (version > 0 ? sizes & 15 : 0) + (sizes >> 12 & 15) + (sizes >> 8 & 15);
    }

    private void readReferences(HeifBox box) {
        int idBytes = box.version() == 0 ? 2 : 4;
        for (HeifBox reference : box.children(4)) {
            List<Integer> to = new ArrayList<>();
            long count = reference.number(idBytes, 2);
            for (int i = 0; i < count; i++) {
                to.add((int) reference.number(idBytes + 2 + i * idBytes, idBytes));
            }
            references.add(new Reference(reference.type(), (int) reference.number(0, idBytes), to));
        }
    }

    private void readProperties(HeifBox box) {
        List<HeifBox> all = box.child("ipco", 0).map(list -> list.children(0)).orElse(List.of());
        for (HeifBox table : box.children(0)) {
            if (table.type().equals("ipma")) {
                associate(table, all);
            }
        }
    }

    private void associate(HeifBox table, List<HeifBox> all) {
        int idBytes = table.version() < 1 ? 2 : 4;
        int indexBytes = (table.flags() & 1) == 0 ? 1 : 2;
        long count = table.number(4, 4);
        int at = 8;
        for (long i = 0; i < count; i++) {
            Item item = items.get((int) table.number(at, idBytes));
            int properties = (int) table.number(at + idBytes, 1);
            at += idBytes + 1;
            for (int j = 0; j < properties; j++, at += indexBytes) {
                int index =
                        (int) table.number(at, indexBytes) & (indexBytes == 1 ? 0x7F : 0x7FFF); // one bit: essential
                if (item != null && index > 0 && index <= all.size()) {
                    item.properties.add(all.get(index - 1));
                }
            }
        }
    }

    Item primary() {
        return item(primary);
    }

    Item item(int id) {
        Item item = items.get(id);
        if (item == null) {
            throw RejectedImage.damaged("the file is damaged: its item %d is missing".formatted(id));
        }
        return item;
    }

    /** The items that an item refers to. */
    List<Item> from(Item item, String kind) {
        return references.stream()
                .filter(reference -> reference.from == item.id && reference.kind.equals(kind))
                .flatMap(reference -> reference.to.stream())
                .map(this::item)
                .toList();
    }

    /** The items that refer to an item. */
    List<Item> to(Item item, String kind) {
        return references.stream()
                .filter(reference -> reference.kind.equals(kind) && reference.to.contains(item.id))
                .filter(reference -> items.containsKey(reference.from))
                .map(reference -> item(reference.from))
                .toList();
    }

    /** How many pictures stand in the file beside each other: those that are no part of another one. */
    long pictures() {
        return items.values().stream()
                .filter(item -> item.property("ispe").isPresent())
                .filter(item -> List.of("dimg", "auxl", "thmb", "base").stream()
                        .allMatch(kind -> references.stream().noneMatch(reference -> isPart(item, reference, kind))))
                .count();
    }

    /** Tiles are referred to; what belongs to a picture refers to it. */
    private static boolean isPart(Item item, Reference reference, String kind) {
        return reference.kind.equals(kind)
                && (kind.equals("dimg") ? reference.to.contains(item.id) : reference.from == item.id);
    }

    /** The bytes of an item; they are never more than the file has. */
    byte[] data(Item item) {
        HeifBox box = places.get(item.id);
        if (box == null) {
            throw RejectedImage.damaged("the file is damaged: its item %d has no place".formatted(item.id));
        }
        int version = box.version();
        int sizes = (int) box.number(4, 2);
        int at = placeOffsets.getOrDefault(item.id, 0) + (version < 2 ? 2 : 4);
        int method = version > 0 ? (int) box.number(at, 2) & 15 : 0;
        at += (version > 0 ? 2 : 0) + 2;
        long base = box.number(at, sizes >> 4 & 15);
        at += sizes >> 4 & 15;
        int extents = (int) box.number(at, 2);
        at += 2 + (version > 0 ? sizes & 15 : 0);
        int step = extentBytes(version, sizes);
        int offsetBytes = sizes >> 12 & 15;
        ByteBuffer source = source(method);
        List<byte[]> parts = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < extents; i++, at += step) {
            long from = Math.addExact(base, box.number(at, offsetBytes));
            long length = box.number(at + offsetBytes, sizes >> 8 & 15);
            length = length == 0 ? source.limit() - from : length;
            total += length;
            if (from < 0 || length < 0 || length > source.limit() - from || total > file.length) {
                throw RejectedImage.damaged(
                        "the file is cut short: its item %d lies behind its end".formatted(item.id));
            }
            byte[] part = new byte[(int) length];
            source.get((int) from, part);
            parts.add(part);
        }
        ByteBuffer whole = ByteBuffer.allocate((int) total);
        parts.forEach(whole::put);
        return whole.array();
    }

    private ByteBuffer source(int method) {
        return switch (method) {
            case 0 -> ByteBuffer.wrap(file);
            case 1 ->
                ByteBuffer.wrap(
                        inline.orElseThrow(() -> RejectedImage.damaged("the file is damaged: its box idat is missing"))
                                .bytes(0));
            default ->
                throw RejectedImage.unsupported(
                        "the file has items that are made of other items' bytes, which is not read");
        };
    }
}
