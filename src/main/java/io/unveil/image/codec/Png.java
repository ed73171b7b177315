package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.unveil.image.Format;
import io.unveil.image.Origin;
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
        long frames = notes.unlessBroken("chunk acTL", () -> content("acTL"))
                .map(animation -> ByteBuffer.wrap(animation).getInt(0) & 0xFFFFFFFFL)
                .orElse(1L);
        if (frames > 1) {
            notes.add("the file is an animation of %d frames; its still picture was taken".formatted(frames));
        }
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
    public Samples samples(Notes notes) throws IOException {
        if (!whole) {
            throw RejectedImage.damaged("the PNG image is cut short: its last chunk is missing");
        }
        for (Chunk chunk : chunks) {
            check(chunk, notes);
        }
        List<InputStream> packed = new ArrayList<>();
        for (Chunk chunk : chunks) {
            if (chunk.type == type("IDAT")) {
                packed.add(new ByteArrayInputStream(file, chunk.from, chunk.length));
            }
        }
        PngPixels pixels =
                new PngPixels(content("IHDR").orElseThrow(), content("PLTE").orElse(new byte[0]), content("tRNS"));
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
