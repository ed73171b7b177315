package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Origin;
import io.unveil.image.Size;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
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
    private static final int APPLICATION = 0xFF;
    private static final int FRAME = 0x2C;
    private static final int TRAILER = 0x3B;

    private final byte[] file;
    private final ByteBuffer data;
    private final List<Frame> frames = new ArrayList<>();
    private Control control = Control.NONE;
    private int plays = 1;
    private boolean whole;

    /** @param at where its block begins */
    private record Frame(int at, Control control) {}

    /**
     * How the next frame is shown.
     *
     * @param delay in hundredths of a second
     * @param transparent the colour that is not painted; -1 for none
     */
    private record Control(int delay, int transparent, Disposal disposal) {
        static final Control NONE = new Control(0, -1, Disposal.KEEP);
    }

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
        int label = at + 1 < file.length ? file[at + 1] & 255 : 0;
        if (label == GRAPHIC_CONTROL && at + 8 <= file.length) {
            int flags = file[at + 3];
            Disposal disposal = switch (flags >> 2 & 7) {
                case 2 -> Disposal.CLEAR;
                case 3 -> Disposal.RESTORE;
                default -> Disposal.KEEP;
            };
            control = new Control((int) number(at + 4), (flags & 1) != 0 ? file[at + 6] & 255 : -1, disposal);
        } else if (label == APPLICATION && at + 19 <= file.length && isLoop(at)) {
            int repeats = (int) number(at + 16);
            plays = repeats == 0 ? 0 : repeats + 1; // the first time is not counted
        }
        return afterBlocks(at + 2);
    }

    private boolean isLoop(int at) {
        String name = new String(file, at + 3, 11, US_ASCII);
        return (name.equals("NETSCAPE2.0") || name.equals("ANIMEXTS1.0")) && file[at + 14] == 3 && file[at + 15] == 1;
    }

    private int frame(int at) {
        if (at + 10 > file.length) {
            return file.length;
        }
        frames.add(new Frame(at, control));
        control = Control.NONE;
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
        List<Claim> claims = new ArrayList<>(List.of(canvas(frames.subList(0, Math.min(1, frames.size())))));
        frames.stream().limit(1).forEach(frame -> claims.add(claim(frame.at + 5)));
        return claims;
    }

    @Override
    public Claim canvas() {
        return canvas(frames);
    }

    /** The screen, widened by what reaches beyond it. */
    private Claim canvas(List<Frame> drawn) {
        Claim canvas = claim(SCREEN);
        for (Frame frame : drawn) {
            Claim size = claim(frame.at + 5);
            canvas = new Claim(
                    Math.max(canvas.width(), number(frame.at + 1) + size.width()),
                    Math.max(canvas.height(), number(frame.at + 3) + size.height()));
        }
        return canvas;
    }

    @Override
    public int frames() {
        return frames.size() > 1 ? frames.size() : 0;
    }

    @Override
    public Reel reel() {
        requireWhole();
        return new Reel(
                size(canvas(frames)),
                BitDepth.EIGHT,
                plays,
                frames.stream()
                        .map(frame -> new Reel.Stored(showing(frame), true, () -> drawing(frame)))
                        .toList());
    }

    private Animation.Showing showing(Frame frame) {
        return new Animation.Showing(
                (int) number(frame.at + 1),
                (int) number(frame.at + 3),
                size(claim(frame.at + 5)),
                new Animation.Delay(frame.control.delay, 100),
                frame.control.disposal);
    }

    private static Size size(Claim claim) {
        if (claim.width() < 1 || claim.height() < 1) {
            throw RejectedImage.damaged("the GIF image is damaged: a frame claims to be %d x %d pixels"
                    .formatted(claim.width(), claim.height()));
        }
        return new Size((int) claim.width(), (int) claim.height());
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
        return new Origin(Format.GIF, Optional.empty(), Metadata.NONE, List.of());
    }

    @Override
    public Optional<String> whichWasTaken() {
        return frames.size() > 1
                ? Optional.of("the file is an animation of %d frames; the first was taken".formatted(frames.size()))
                : Optional.empty();
    }

    @Override
    public Samples samples(Notes notes) {
        requireWhole();
        Frame first = frames.get(0);
        return drawing(first)
                .onCanvas(size(canvas(List.of(first))), (int) number(first.at + 1), (int) number(first.at + 3));
    }

    private void requireWhole() {
        if (!whole || frames.isEmpty()) {
            throw RejectedImage.damaged("the GIF image is cut short or damaged: its blocks do not lead to its end");
        }
    }

    private Samples drawing(Frame frame) {
        int flags = frame.at + 9;
        int localBytes = tableBytes(flags);
        int transparent = frame.control.transparent;
        Palette palette = localBytes > 0
                ? palette(flags + 1, localBytes, transparent)
                : palette(SCREEN + 7, tableBytes(SCREEN + 4), transparent);
        Size size = size(claim(frame.at + 5));
        int codes = flags + 1 + localBytes;
        byte[] indices = new GifCodes(file[codes], joined(codes + 1)).indices((int) size.pixels());
        boolean interlaced = (file[flags] & 0x40) != 0;
        return interlaced ? interlaced(size, palette, indices) : plain(size, palette, indices);
    }

    private Palette palette(int from, int bytes, int transparent) {
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
