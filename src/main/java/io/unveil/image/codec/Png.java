package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/**
 * The chunks of a PNG file (PNG specification, third edition, sections 5 and 11). Read here and not through ImageIO,
 * whose reader leaves checksums unread, unpacks texts of any size and takes several times as long. Texts are never
 * unpacked; a profile up to {@link IccProfile#MAX_BYTES}.
 */
final class Png implements ImageFile {
    private static final int SIGNATURE_BYTES = 8;
    private static final int AROUND_DATA = 12; // length, type and checksum of a chunk

    private final byte[] file;
    private final ByteBuffer data;
    private final List<Chunk> chunks = new ArrayList<>();
    private final boolean whole;

    /** @param from where the data of the chunk begins */
    private record Chunk(int type, int from, int length) {}

    Png(byte[] file) {
        this.file = file;
        this.data = ByteBuffer.wrap(file);
        int at = SIGNATURE_BYTES;
        boolean ended = false;
        while (!ended && file.length - at >= AROUND_DATA) {
            int length = data.getInt(at);
            if (length < 0 || length > file.length - at - AROUND_DATA) {
                break;
            }
            Chunk chunk = new Chunk(data.getInt(at + 4), at + 8, length);
            chunks.add(chunk);
            ended = chunk.type == type("IEND");
            at += length + AROUND_DATA;
        }
        whole = ended;
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

    @Override
    public Orientation orientation() {
        return content("eXIf").map(TiffTags::orientation).orElse(Orientation.UPRIGHT);
    }

    @Override
    public Optional<byte[]> profile() throws IOException {
        Optional<byte[]> chunk = content("iCCP");
        if (chunk.isEmpty()) {
            return Optional.empty();
        }
        byte[] named = chunk.get();
        int name = 0;
        while (named[name] != 0) {
            name++;
        }
        int packed = name + 2; // after the zero and the method, which is always deflate
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(named, packed, named.length - packed))) {
            return Optional.of(in.readNBytes(IccProfile.MAX_BYTES + 1));
        }
    }

    @Override
    public Samples samples() throws IOException {
        if (!whole) {
            throw RejectedImage.damaged("the PNG image is cut short: its last chunk is missing");
        }
        for (Chunk chunk : chunks) {
            check(chunk);
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

    private void check(Chunk chunk) {
        CRC32 checksum = new CRC32();
        checksum.update(file, chunk.from - 4, chunk.length + 4);
        if ((int) checksum.getValue() != data.getInt(chunk.from + chunk.length)) {
            throw RejectedImage.damaged("the PNG image is damaged: the chunk at byte %d does not match its checksum"
                    .formatted(chunk.from - 8));
        }
    }

    /** The data of the first chunk of a type. */
    private Optional<byte[]> content(String type) {
        int wanted = type(type);
        return chunks.stream().filter(chunk -> chunk.type == wanted).findFirst().map(chunk -> {
            byte[] content = new byte[chunk.length];
            data.get(chunk.from, content);
            return content;
        });
    }
}
