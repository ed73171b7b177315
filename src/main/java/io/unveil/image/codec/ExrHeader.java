package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an OpenEXR file says of its first part before the pixels.
 *
 * @param display the window that is to be seen
 * @param data the window of which there are pixels
 * @param tile the size of a tile, where the pixels are in tiles
 * @param compression its number
 * @param parts of the file
 * @param severalParts whether chunks begin with the number of their part
 * @param offsets where the places of the first part's chunks stand
 */
record ExrHeader(
        Window display,
        Window data,
        Optional<ImageFile.Claim> tile,
        List<String> channels,
        Optional<int[]> chromaticities,
        int compression,
        int parts,
        boolean severalParts,
        int offsets) {
    private static final int DEEP = 0x800;
    private static final int SEVERAL = 0x1000;
    private static final int MOST_PARTS = 1000;
    private static final int MOST_CHANNELS = 64;

    /**
     * From corner to corner, both inside.
     *
     * @param at where in the file it stands
     */
    record Window(int at, int left, int top, int right, int bottom) {
        ImageFile.Claim claim() {
            return new ImageFile.Claim((long) right - left + 1, (long) bottom - top + 1);
        }
    }

    static ExrHeader of(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int flags = bytes.getInt(4);
        if ((flags & DEEP) != 0) {
            throw RejectedImage.unsupported("the EXR image has several depths a pixel, which is not read; flatten it");
        }
        Reader reader = new Reader(bytes, 8);
        ExrHeader first = reader.part(1);
        int parts = 1;
        boolean several = (flags & SEVERAL) != 0;
        while (several && bytes.get(reader.at) != 0 && parts < MOST_PARTS) {
            reader.part(parts + 1);
            parts++;
        }
        return new ExrHeader(
                first.display,
                first.data,
                first.tile,
                first.channels,
                first.chromaticities,
                first.compression,
                parts,
                several,
                several ? reader.at + 1 : reader.at);
    }

    /** What a chunk can unpack to at most: all channels as 32 bits, of the largest chunk that there is. */
    long mostBytes() {
        long rows = tile.map(ImageFile.Claim::height).orElse((long) ExrChunks.rows(compression));
        long width = tile.map(ImageFile.Claim::width).orElse(data.claim().width());
        return 4 * rows * width * Math.max(1, channels.size());
    }

    /** Attributes: a name, a type, a length and a value each; an empty name ends them. */
    private static final class Reader {
        private final ByteBuffer bytes;
        private int at;

        Reader(ByteBuffer bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        ExrHeader part(int parts) {
            Optional<Window> display = Optional.empty();
            Optional<Window> data = Optional.empty();
            Optional<ImageFile.Claim> tile = Optional.empty();
            Optional<int[]> chromaticities = Optional.empty();
            List<String> channels = List.of();
            int compression = 0;
            for (String name = text(); !name.isEmpty(); name = text()) {
                text(); // the type, which the name implies
                int length = bytes.getInt(at);
                int value = at + 4;
                if (length < 0 || length > bytes.limit() - value) {
                    throw RejectedImage.damaged("the EXR image is cut short: its header does not end");
                }
                switch (name) {
                    case "displayWindow" -> display = Optional.of(window(value));
                    case "dataWindow" -> data = Optional.of(window(value));
                    case "tiles" ->
                        tile = Optional.of(new ImageFile.Claim(
                                bytes.getInt(value) & 0xFFFFFFFFL, bytes.getInt(value + 4) & 0xFFFFFFFFL));
                    case "chromaticities" -> chromaticities = Optional.of(chromaticities(value));
                    case "compression" -> compression = bytes.get(value);
                    case "channels" -> channels = channels(value, value + length);
                    default -> {}
                }
                at = value + length;
            }
            if (display.isEmpty() || data.isEmpty()) {
                throw RejectedImage.damaged("the EXR image is damaged: its header does not state its size");
            }
            return new ExrHeader(
                    display.get(), data.get(), tile, channels, chromaticities, compression, parts, false, at);
        }

        private String text() {
            int from = at;
            while (bytes.get(at) != 0) {
                at++;
            }
            byte[] text = new byte[at - from];
            bytes.get(from, text);
            at++;
            return new String(text, ISO_8859_1);
        }

        private Window window(int value) {
            return new Window(
                    value,
                    bytes.getInt(value),
                    bytes.getInt(value + 4),
                    bytes.getInt(value + 8),
                    bytes.getInt(value + 12));
        }

        /** In the file red, green, blue and white; here white comes first. */
        private int[] chromaticities(int value) {
            int[] numbers = new int[8];
            for (int i = 0; i < 8; i++) {
                numbers[(i + 2) % 8] = Math.round(100_000 * bytes.getFloat(value + 4 * i));
            }
            return numbers;
        }

        private List<String> channels(int from, int to) {
            List<String> channels = new ArrayList<>();
            int kept = at;
            at = from;
            while (at < to && bytes.get(at) != 0) {
                channels.add(text());
                at += 16;
                if (channels.size() > MOST_CHANNELS) {
                    throw RejectedImage.unsupported("the EXR image has more than %d channels".formatted(MOST_CHANNELS));
                }
            }
            at = kept;
            return channels;
        }
    }
}
