package io.unveil.image.codec;

import io.unveil.image.Format;
import io.unveil.image.Origin;
import io.unveil.image.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The blocks of a GIF file (CompuServe, GIF89a). The picture is the first frame on its logical screen; what the frame
 * does not cover is transparent, as in browsers. A frame that reaches beyond the screen widens it.
 */
final class Gif implements ImageFile {
    private static final int SCREEN = 6;
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int FRAME = 0x2C;
    private static final int TRAILER = 0x3B;

    private final byte[] file;
    private final ByteBuffer data;
    private int firstFrame; // 0 until it is met
    private int frames;
    private int transparent = -1;
    private boolean whole;

    Gif(byte[] file) {
        this.file = file;
        this.data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = SCREEN + 7 + tableBytes(SCREEN + 4);
        while (at < file.length && !whole) {
            at = switch (file[at]) {
                case EXTENSION -> extension(at);
                case FRAME -> frame(at);
                case TRAILER -> end(at);
                default -> file.length; // no block begins like this: the rest cannot be parsed
            };
        }
    }

    private int extension(int at) {
        if (firstFrame == 0
                && at + 8 <= file.length
                && (file[at + 1] & 255) == GRAPHIC_CONTROL
                && (file[at + 3] & 1) != 0) {
            transparent = file[at + 6] & 255;
        }
        return afterBlocks(at + 2);
    }

    private int frame(int at) {
        if (at + 10 > file.length) {
            return file.length;
        }
        firstFrame = firstFrame == 0 ? at : firstFrame;
        frames++;
        return afterBlocks(at + 11 + tableBytes(at + 9));
    }

    private int end(int at) {
        whole = true;
        return at;
    }

    /** Bytes of the colour table that flags announce. */
    private int tableBytes(int flagsAt) {
        int flags = data.get(flagsAt);
        return (flags & 0x80) == 0 ? 0 : 3 << (1 + (flags & 7));
    }

    private int afterBlocks(int from) {
        int at = from;
        while (at < file.length && file[at] != 0) {
            at += 1 + (file[at] & 255);
        }
        return at + 1;
    }

    @Override
    public List<Claim> claims() {
        Claim screen = claim(SCREEN);
        if (firstFrame == 0) {
            return List.of(screen);
        }
        Claim frame = claim(firstFrame + 5);
        long right = number(firstFrame + 1) + frame.width();
        long bottom = number(firstFrame + 3) + frame.height();
        return List.of(new Claim(Math.max(screen.width(), right), Math.max(screen.height(), bottom)), frame);
    }

    private long number(int at) {
        return data.getShort(at) & 0xFFFF;
    }

    private Claim claim(int at) {
        return new Claim(number(at), number(at + 2));
    }

    @Override
    public int bytesPerSample() {
        return 1;
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    @Override
    public Origin origin(Notes notes) {
        if (frames > 1) {
            notes.add("the file is an animation of %d frames; the first was taken".formatted(frames));
        }
        return new Origin(Format.GIF, Optional.empty(), Metadata.NONE, List.of());
    }

    @Override
    public Samples samples(Notes notes) {
        if (!whole || firstFrame == 0) {
            throw RejectedImage.damaged("the GIF image is cut short or damaged: its blocks do not lead to its end");
        }
        int flags = firstFrame + 9;
        int localBytes = tableBytes(flags);
        Palette palette = localBytes > 0 ? palette(flags + 1, localBytes) : palette(SCREEN + 7, tableBytes(SCREEN + 4));
        Claim claim = claim(firstFrame + 5);
        Size size = new Size((int) claim.width(), (int) claim.height());
        int codes = flags + 1 + localBytes;
        byte[] indices = new GifCodes(file[codes], joined(codes + 1)).indices((int) size.pixels());
        boolean interlaced = (file[flags] & 0x40) != 0;
        Samples frame = interlaced ? interlaced(size, palette, indices) : plain(size, palette, indices);
        Claim screen = claims().get(0);
        return frame.onCanvas(new Size((int) screen.width(), (int) screen.height()), (int) number(firstFrame + 1), (int)
                number(firstFrame + 3));
    }

    private Palette palette(int from, int bytes) {
        int[] colours = new int[bytes / 3];
        for (int i = 0; i < colours.length; i++) {
            int at = from + 3 * i;
            int opacity = i == transparent ? 0 : 255;
            colours[i] = opacity << 24 | (file[at] & 255) << 16 | (file[at + 1] & 255) << 8 | (file[at + 2] & 255);
        }
        return new Palette(colours);
    }

    /** The data of the blocks from here on, as one. */
    private byte[] joined(int from) {
        ByteBuffer joined = ByteBuffer.allocate(afterBlocks(from) - from);
        for (int at = from; file[at] != 0; at += 1 + (file[at] & 255)) {
            joined.put(file, at + 1, file[at] & 255);
        }
        return Arrays.copyOf(joined.array(), joined.position());
    }

    private static Samples plain(Size size, Palette palette, byte[] indices) {
        Samples samples = palette.blank(size);
        for (int y = 0; y < size.height(); y++) {
            putRow(samples, size, palette, indices, y, y);
        }
        return samples;
    }

    /** Every eighth row first, then those between them, then those between these. */
    private static Samples interlaced(Size size, Palette palette, byte[] indices) {
        Samples samples = palette.blank(size);
        int[] starts = {0, 4, 2, 1};
        int[] steps = {8, 8, 4, 2};
        int from = 0;
        for (int pass = 0; pass < starts.length; pass++) {
            for (int y = starts[pass]; y < size.height(); y += steps[pass]) {
                putRow(samples, size, palette, indices, from++, y);
            }
        }
        return samples;
    }

    private static void putRow(Samples samples, Size size, Palette palette, byte[] indices, int from, int y) {
        int width = size.width();
        int[] levels = new int[width * 4];
        for (int x = 0; x < width; x++) {
            levels[x] = indices[from * width + x] & 255;
        }
        palette.look(levels, width);
        for (int x = 0; x < width; x++) {
            samples.put(y * width + x, levels, x * palette.bands());
        }
    }
}
