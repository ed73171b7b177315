package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Origin;
import io.unveil.image.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file (PNG specification, third edition, sections 5 and 11). Read here and not through ImageIO,
 * whose reader leaves checksums unread, unpacks texts of any size and takes several times as long. Texts are not
 * unpacked but for those that hold metadata, and those up to {@link Metadata#MAX_BYTES}.
 */
final class Png implements ImageFile {
    private static final int SIGNATURE_BYTES = 8;
    private static final int AROUND_DATA = 12; // length, type and checksum of a chunk
    /** libpng cuts its data into chunks of 8 kB, so that 512 MB make this many. */
    private static final int MAX_CHUNKS = 65_536;

    private static final Set<String> CARRIED = Set.of("tEXt", "zTXt", "iTXt", "tIME", "mDCV", "cLLI");

    private final byte[] file;
    private final ByteBuffer data;
    private final List<Chunk> chunks = new ArrayList<>();
    private final boolean whole;

    /** @param from where the data of the chunk begins */
    private record Chunk(int type, int from, int length) {
        String name() {
            return new String(ByteBuffer.allocate(4).putInt(type).array(), US_ASCII);
        }

        /** Whether a reader that does not understand it, or finds it broken, can still show the picture. */
        boolean isAncillary() {
            return (type >> 24 & 0x20) != 0;
        }
    }

    Png(byte[] file) {
        this.file = file;
        this.data = ByteBuffer.wrap(file);
        int at = SIGNATURE_BYTES;
        boolean ended = false;
        int count = 0;
        while (!ended && file.length - at >= AROUND_DATA) {
            int length = data.getInt(at);
            if (length < 0 || length > file.length - at - AROUND_DATA) {
                break;
            }
            Chunk chunk = new Chunk(data.getInt(at + 4), at + 8, length);
            if (count++ < MAX_CHUNKS) {
                chunks.add(chunk);
            }
            ended = chunk.type == type("IEND");
            at += length + AROUND_DATA;
        }
        whole = ended;
        Excess.above(MAX_CHUNKS, count, "chunks");
    }

    private static int type(String name) {
        return ByteBuffer.wrap(name.getBytes(US_ASCII)).getInt();
    }

    @Override
    public List<Claim> claims() {
        if (data.getInt(12) != type("IHDR")) {
            throw RejectedImage.damaged("the PNG image is damaged: its first chunk is not the header");
        }
        return List.of(new Claim(data.getInt(16) & 0xFFFFFFFFL, data.getInt(20) & 0xFFFFFFFFL));
    }

    /** By the colour type: gray, RGB, palette, with alpha or one colour that is not to be seen. */
    @Override
    public int bands() {
        int keyed = chunks.stream().anyMatch(chunk -> chunk.type == type("tRNS")) ? 1 : 0;
        return switch (data.get(25)) {
            case 0 -> 1 + keyed;
            case 2 -> 3 + keyed;
            case 4 -> 2;
            default -> 4;
        };
    }

    @Override
    public int bytesPerSample() {
        return data.get(24) == 16 ? 2 : 1;
    }

    @Override
    public Orientation orientation() {
        return exif(new Notes()).map(TiffTags::orientation).orElse(Orientation.UPRIGHT);
    }

    @Override
    public Origin origin(Notes notes) {
        Optional<byte[]> exif = exif(notes);
        Metadata metadata = new Metadata(
                exif,
                notes.block("XMP packet", () -> first(texts().map(PngText::xmp))),
                notes.block(
                        "IPTC block",
                        () -> first(texts().map(text -> text.raw("iptc"))).flatMap(PhotoshopResources::iptc)),
                carried(notes),
                notes.<Resolution>unlessBroken(
                                "chunk pHYs", () -> content("pHYs").flatMap(Png::resolution))
                        .or(() -> exif.flatMap(ExifBlock::resolution)),
                Optional.of(PngColours.of(this::content, notes)).filter(Colorimetry::saysAnything),
                Optional.empty());
        Optional<byte[]> profile =
                notes.block("ICC profile", () -> content("iCCP").map(PngText::unpackedProfile));
        return new Origin(Format.PNG, profile, metadata, List.of());
    }

    private Optional<byte[]> exif(Notes notes) {
        return notes.block(
                "Exif block",
                () -> content("eXIf")
                        .or(() -> first(texts().map(text -> text.raw("exif").or(() -> text.raw("APP1")))))
                        .filter(block -> block.length > 0)
                        .map(ExifBlock::checked));
    }

    private static <T> Optional<T> first(Stream<Optional<T>> all) {
        return all.flatMap(Optional::stream).findFirst();
    }

    private Stream<PngText> texts() {
        return chunks.stream()
                .filter(chunk -> chunk.name().endsWith("Xt") && matches(chunk))
                .map(chunk -> new PngText(chunk.name(), content(chunk)));
    }

    /** Texts that hold metadata are not among them: those are written anew. */
    private List<Metadata.Chunk> carried(Notes notes) {
        List<Metadata.Chunk> carried = new ArrayList<>();
        long bytes = 0;
        for (Chunk chunk : chunks) {
            boolean text = chunk.name().endsWith("Xt");
            if (CARRIED.contains(chunk.name())
                    && matches(chunk)
                    && !(text && new PngText(chunk.name(), content(chunk)).isMetadata())) {
                bytes += chunk.length;
                if (bytes > Metadata.MAX_BYTES) {
                    notes.add("texts of more than %d MiB were left out".formatted(Metadata.MAX_BYTES >> 20));
                    return List.of();
                }
                carried.add(new Metadata.Chunk(chunk.name(), content(chunk)));
            }
        }
        return carried;
    }

    private static Optional<Resolution> resolution(byte[] physical) {
        ByteBuffer fields = ByteBuffer.wrap(physical);
        return Optional.of(Resolution.perCentimetre(fields.getInt(0) / 100.0, fields.getInt(4) / 100.0))
                .filter(resolution -> fields.get(8) == 1 && resolution.isMeant());
    }

    @Override
    public int frames() {
        boolean animated = chunks.stream().anyMatch(chunk -> chunk.type == type("acTL") && chunk.length >= 8);
        int frames = (int) chunks.stream().filter(Png::isControl).count();
        return animated && frames > 1 ? frames : 0;
    }

    private static boolean isControl(Chunk chunk) {
        return chunk.type == type("fcTL") && chunk.length == 26;
    }

    @Override
    public Optional<String> whichWasTaken() {
        return frames() > 1
                ? Optional.of("the file is an animation of %d frames; its still picture was taken".formatted(frames()))
                : Optional.empty();
    }

    /**
     * The frames, each from its control chunk up to the next (PNG specification, third edition, 11.3.6). The still
     * picture is one of them where a control chunk stands before it.
     */
    @Override
    public Reel reel() {
        requireSound(new Notes());
        List<Integer> controls = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            if (isControl(chunks.get(i))) {
                controls.add(i);
            }
        }
        List<Reel.Stored> frames = new ArrayList<>();
        for (int i = 0; i < controls.size(); i++) {
            int end = i + 1 < controls.size() ? controls.get(i + 1) : chunks.size();
            frames.add(stored(chunks.get(controls.get(i)), chunks.subList(controls.get(i) + 1, end)));
        }
        ByteBuffer header = ByteBuffer.wrap(content("IHDR").orElseThrow());
        int plays = content("acTL")
                .map(animation -> ByteBuffer.wrap(animation).getInt(4))
                .orElse(0);
        return new Reel(
                new Size(header.getInt(0), header.getInt(4)),
                header.get(8) == 16 ? BitDepth.SIXTEEN : BitDepth.EIGHT,
                Math.max(0, plays),
                frames);
    }

    private Reel.Stored stored(Chunk control, List<Chunk> following) {
        ByteBuffer fields = ByteBuffer.wrap(content(control));
        int width = fields.getInt(4);
        int height = fields.getInt(8);
        if (width < 1 || height < 1) {
            throw RejectedImage.damaged("the PNG image is damaged: a frame claims to be %d x %d pixels"
                    .formatted(width & 0xFFFFFFFFL, height & 0xFFFFFFFFL));
        }
        int parts = fields.getShort(22) & 0xFFFF;
        Animation.Showing showing = new Animation.Showing(
                fields.getInt(12),
                fields.getInt(16),
                new Size(width, height),
                new Animation.Delay(fields.getShort(20) & 0xFFFF, parts == 0 ? 100 : parts),
                fields.get(24) == 1 ? Disposal.CLEAR : fields.get(24) == 2 ? Disposal.RESTORE : Disposal.KEEP);
        return new Reel.Stored(showing, fields.get(25) == 1, () -> pixels(showing.size(), following));
    }

    @Override
    public Samples samples(Notes notes) throws IOException {
        requireSound(notes);
        ByteBuffer header = ByteBuffer.wrap(content("IHDR").orElseThrow());
        return pixels(
                new Size(header.getInt(0), header.getInt(4)),
                chunks.stream().filter(chunk -> chunk.type == type("IDAT")).toList());
    }

    private void requireSound(Notes notes) {
        if (!whole) {
            throw RejectedImage.damaged("the PNG image is cut short: its last chunk is missing");
        }
        for (Chunk chunk : chunks) {
            check(chunk, notes);
        }
    }

    /** The pixels that lie in these chunks; those of a frame begin with a number. */
    private Samples pixels(Size size, List<Chunk> parts) throws IOException {
        List<InputStream> packed = new ArrayList<>();
        for (Chunk chunk : parts) {
            int number = chunk.type == type("fdAT") ? 4 : 0;
            if ((number == 4 || chunk.type == type("IDAT")) && chunk.length >= number) {
                packed.add(new ByteArrayInputStream(file, chunk.from + number, chunk.length - number));
            }
        }
        byte[] header = content("IHDR").orElseThrow();
        ByteBuffer.wrap(header).putInt(size.width()).putInt(size.height());
        PngPixels pixels = new PngPixels(header, content("PLTE").orElse(new byte[0]), content("tRNS"));
        return pixels.read(new SequenceInputStream(Collections.enumeration(packed)));
    }

    private void check(Chunk chunk, Notes notes) {
        if (matches(chunk)) {
            return;
        }
        if (!chunk.isAncillary() || chunk.type == type("tRNS")) {
            throw RejectedImage.damaged("the PNG image is damaged: the chunk at byte %d does not match its checksum"
                    .formatted(chunk.from - 8));
        }
        notes.add("the chunk %s does not match its checksum and was left out".formatted(chunk.name()));
    }

    private boolean matches(Chunk chunk) {
        CRC32 checksum = new CRC32();
        checksum.update(file, chunk.from - 4, chunk.length + 4);
        return (int) checksum.getValue() == data.getInt(chunk.from + chunk.length);
    }

    /** The data of the first chunk of a type; an ancillary one that does not match its checksum counts as missing. */
    private Optional<byte[]> content(String type) {
        int wanted = type(type);
        return chunks.stream()
                .filter(chunk -> chunk.type == wanted)
                .findFirst()
                .filter(chunk -> !chunk.isAncillary() || matches(chunk))
                .map(this::content);
    }

    private byte[] content(Chunk chunk) {
        byte[] content = new byte[chunk.length];
        data.get(chunk.from, content);
        return content;
    }
}
