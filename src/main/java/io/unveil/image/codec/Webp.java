package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import io.unveil.image.Format;
import io.unveil.image.Origin;
import io.unveil.image.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chunks of a WebP file (RFC 9649). Of an animation the first frame is the picture. Decoded by libwebp, the
 * format's own library: the pure Java reader of TwelveMonkeys differs from it by up to 223 levels at hard edges of
 * lossy pictures.
 */
final class Webp implements ImageFile {
    private static final int HEADER = 12; // "RIFF", size, "WEBP"
    private static final int FRAME_HEADER = 16;

    /** Stills have up to eight; animations one for each frame. */
    private static final int MAX_CHUNKS = 65_536;

    private final ByteBuffer data;
    private final List<Chunk> chunks;
    private final boolean whole;

    /** @param from where the data of the chunk begins */
    private record Chunk(String type, int from, int length) {}

    Webp(byte[] file) {
        data = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long end = HEADER - 4 + (data.getInt(4) & 0xFFFFFFFFL);
        whole = end <= file.length;
        chunks = chunks(HEADER, (int) Math.min(end, file.length));
    }

    /** Those that lie in a part of the file; the last one may reach beyond it if the file is cut short. */
    private List<Chunk> chunks(int from, int to) {
        List<Chunk> found = new ArrayList<>();
        long at = from;
        int count = 0;
        while (at + 8 <= to) {
            byte[] type = new byte[4];
            data.get((int) at, type);
            int length = data.getInt((int) at + 4);
            if (count++ < MAX_CHUNKS) {
                found.add(new Chunk(new String(type, US_ASCII), (int) at + 8, length));
            }
            at += 8 + (length & 0xFFFFFFFFL) + (length & 1);
        }
        Excess.above(MAX_CHUNKS, count, "chunks");
        return found;
    }

    private static Optional<Chunk> find(List<Chunk> chunks, String type) {
        return chunks.stream().filter(chunk -> chunk.type.equals(type)).findFirst();
    }

    /** The chunks of the picture: those of the file, or of the first frame of an animation. */
    private List<Chunk> still() {
        Optional<Chunk> frame = find(chunks, "ANMF");
        return frame.map(chunk -> chunks(chunk.from + FRAME_HEADER, chunk.from + chunk.length))
                .orElse(chunks);
    }

    private Chunk bitstream() {
        List<Chunk> still = still();
        return find(still, "VP8 ")
                .or(() -> find(still, "VP8L"))
                .orElseThrow(() -> RejectedImage.damaged("the WebP image is damaged: it holds no picture"));
    }

    @Override
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        canvas().ifPresent(claims::add);
        boolean animated = find(chunks, "ANMF").isPresent();
        if (claims.isEmpty()
                || find(still(), "VP8 ").or(() -> find(still(), "VP8L")).isPresent()) {
            claims.add(animated && !claims.isEmpty() ? 1 : 0, claim(bitstream()));
        }
        return claims;
    }

    private Optional<Claim> canvas() {
        return find(chunks, "VP8X").map(canvas -> new Claim(1 + medium(canvas.from + 4), 1 + medium(canvas.from + 7)));
    }

    private Claim claim(Chunk bitstream) {
        if (bitstream.type.equals("VP8L")) {
            int sides = data.getInt(bitstream.from + 1);
            return new Claim(1 + (sides & 0x3FFF), 1 + (sides >> 14 & 0x3FFF));
        }
        return new Claim(data.getShort(bitstream.from + 6) & 0x3FFF, data.getShort(bitstream.from + 8) & 0x3FFF);
    }

    private int medium(int at) {
        return (data.getShort(at) & 0xFFFF) | (data.get(at + 2) & 0xFF) << 16;
    }

    @Override
    public int bytesPerSample() {
        return 1;
    }

    @Override
    public Orientation orientation() {
        return find(chunks, "EXIF")
                .filter(this::isInside)
                .map(this::content)
                .map(TiffTags::orientation)
                .orElse(Orientation.UPRIGHT);
    }

    @Override
    public Origin origin(Notes notes) {
        Optional<byte[]> exif = notes.block(
                "Exif block", () -> find(chunks, "EXIF").map(this::content).map(ExifBlock::checked));
        long frames = chunks.stream().filter(chunk -> chunk.type.equals("ANMF")).count();
        if (frames > 1) {
            notes.add("the file is an animation of %d frames; the first was taken".formatted(frames));
        }
        Metadata metadata = new Metadata(
                exif,
                notes.block("XMP packet", () -> find(chunks, "XMP ").map(this::content)),
                Optional.empty(),
                List.of(),
                exif.flatMap(ExifBlock::resolution),
                Optional.empty(),
                Optional.empty());
        return new Origin(
                Format.WEBP,
                notes.block("ICC profile", () -> find(chunks, "ICCP").map(this::content)),
                metadata,
                List.of());
    }

    @Override
    public Samples samples(Notes notes) throws IOException {
        Chunk bitstream = bitstream();
        if (!whole || !isInside(bitstream)) {
            throw RejectedImage.damaged("the WebP image is cut short");
        }
        Samples frame = Rasters.samples(
                Rasters.read(
                        new WebPImageReaderSpi().createReaderInstance(null), pictureAlone(bitstream), warning -> true),
                notes);
        Optional<Chunk> place = find(chunks, "ANMF");
        Optional<Claim> canvas = canvas();
        if (place.isEmpty() || canvas.isEmpty()) {
            return frame;
        }
        int at = place.get().from; // x and y are stored halved
        return frame.onCanvas(
                new Size((int) canvas.get().width(), (int) canvas.get().height()), 2 * medium(at), 2 * medium(at + 3));
    }

    /** A still picture with nothing but its pixels. */
    private byte[] pictureAlone(Chunk bitstream) throws IOException {
        ByteArrayOutputStream alone = new ByteArrayOutputStream();
        Optional<Chunk> alpha = find(still(), "ALPH").filter(chunk -> bitstream.type.equals("VP8 "));
        if (alpha.isPresent()) {
            Claim claim = claim(bitstream);
            alone.write(WebpWriter.chunk("VP8X", WebpWriter.extended(claim, WebpWriter.HAS_ALPHA)));
            alone.write(WebpWriter.chunk("ALPH", content(alpha.get())));
        }
        alone.write(WebpWriter.chunk(bitstream.type, content(bitstream)));
        return WebpWriter.file(alone.toByteArray());
    }

    private boolean isInside(Chunk chunk) {
        return chunk.length >= 0 && chunk.length <= data.limit() - chunk.from;
    }

    private byte[] content(Chunk chunk) {
        if (!isInside(chunk)) {
            throw RejectedImage.damaged("the WebP image is cut short in its chunk " + chunk.type.strip());
        }
        byte[] content = new byte[chunk.length];
        data.get(chunk.from, content);
        return content;
    }
}
