package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import io.unveil.image.Format;
import io.unveil.image.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * The segments of a JPEG file (ITU-T T.81, annex B). The reader gets a copy without the profile of gray and RGB
 * pictures, for it would convert the samples, and without thumbnails, comments and Exif, which it has no need of. CMYK
 * keeps its profile and becomes sRGB.
 */
final class Jpeg implements ImageFile {
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APPLICATION_0 = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int ICC = 0xE2;
    private static final int PHOTOSHOP = 0xED;
    private static final int ADOBE = 0xEE;
    private static final int QUANTISATION = 0xDB;

    /** Of Huffman codes, of arithmetic coding, of quantisation. */
    private static final Set<Integer> TABLES = Set.of(0xC4, 0xCC, QUANTISATION);

    private static final int JPEG_LS = 0xF7;
    private static final int COMMENT = 0xFE;
    static final String EXIF_NAME = "Exif\0\0";
    private static final String JFIF_NAME = "JFIF\0";
    static final String XMP_NAME = "http://ns.adobe.com/xap/1.0/\0";
    static final String PHOTOSHOP_NAME = "Photoshop 3.0\0";
    static final String ICC_NAME = "ICC_PROFILE\0";
    private static final int CMYK = 4;

    /** Encoders write up to a dozen; each costs a walk through the whole picture, however short it is. */
    private static final int MAX_SCANS = 100;

    /** The pixels that all scans walk through: 25 scans of 40 megapixels, some seconds of a core. */
    private static final long MAX_SCANNED_PIXELS = 1_000_000_000;

    /** Photographs have dozens; a profile has at most 255 parts, extended XMP a segment for each 64 kB. */
    private static final int MAX_SEGMENTS = 4_096;

    /** Tables of quantisation and of codes: a hundred scans with eight tables each of their own take 220 kB. */
    private static final int MAX_TABLE_BYTES = 512 << 10;

    private final byte[] file;
    private final ByteBuffer data;
    private final List<Segment> segments = new ArrayList<>();
    private boolean whole;

    /**
     * From the first byte of its marker, with its data four bytes later, to where the next one begins, scanned data
     * included.
     */
    private record Segment(int marker, int from, int end) {
        int data() {
            return from + 4;
        }

        boolean isFrame() {
            return (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
                    || marker == JPEG_LS;
        }
    }

    Jpeg(byte[] file) {
        this.file = file;
        this.data = ByteBuffer.wrap(file);
        int at = 2;
        int count = 0;
        while (at + 1 < file.length && !whole) {
            int marker = file[at + 1] & 0xFF;
            if ((file[at] & 0xFF) != 0xFF || marker == 0 || marker == 0xFF || (marker >= 0xD0 && marker <= 0xD8)) {
                at++; // stray bytes and padding between segments, which readers step over too
            } else if (marker == END_OF_IMAGE) {
                whole = true;
            } else if (at + 4 <= file.length) {
                int end = at + 2 + (data.getShort(at + 2) & 0xFFFF);
                if (end > file.length) {
                    break;
                }
                end = marker == START_OF_SCAN ? endOfScan(end) : end;
                if (count++ < MAX_SEGMENTS) {
                    segments.add(new Segment(marker, at, end));
                }
                at = end;
            } else {
                break;
            }
        }
        Excess.above(MAX_SEGMENTS, count, "segments");
    }

    /** The next marker that is neither an escaped byte, nor padding, nor a restart. */
    private int endOfScan(int from) {
        int at = from;
        while (at + 1 < file.length) {
            int next = file[at + 1] & 0xFF;
            if (file[at] == (byte) 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                return at;
            }
            at++;
        }
        return file.length;
    }

    private Segment frame() {
        return segments.stream()
                .filter(Segment::isFrame)
                .findFirst()
                .orElseThrow(
                        () -> RejectedImage.damaged("the JPEG image is cut short: it ends before its frame header"));
    }

    @Override
    public List<Claim> claims() {
        int at = frame().data();
        return List.of(new Claim(data.getShort(at + 3) & 0xFFFF, data.getShort(at + 1) & 0xFFFF));
    }

    @Override
    public int bands() {
        return components(frame()) == 1 ? 1 : 3;
    }

    @Override
    public int bytesPerSample() {
        return 1;
    }

    @Override
    public Orientation orientation() {
        return contents(EXIF, EXIF_NAME).stream()
                .findFirst()
                .map(TiffTags::orientation)
                .orElse(Orientation.UPRIGHT);
    }

    @Override
    public Origin origin(Notes notes) {
        Optional<byte[]> exif = notes.block(
                "Exif block",
                () -> first(EXIF, EXIF_NAME).filter(block -> block.length > 0).map(ExifBlock::checked));
        Optional<Resolution> resolution = notes.<Resolution>unlessBroken("JFIF header", this::density)
                .or(() -> exif.flatMap(ExifBlock::resolution));
        Metadata metadata = new Metadata(
                exif,
                notes.block("XMP packet", () -> first(EXIF, XMP_NAME)),
                notes.block(
                        "IPTC block", () -> PhotoshopResources.iptc(joined(contents(PHOTOSHOP, PHOTOSHOP_NAME), 0))),
                List.of(),
                resolution,
                Optional.empty(),
                notes.unlessBroken("quantisation table", this::encoding));
        return new Origin(Format.JPEG, notes.block("ICC profile", this::profile), metadata, List.of());
    }

    private Optional<byte[]> first(int marker, String name) {
        return contents(marker, name).stream().findFirst();
    }

    /** Put together from its parts, each of which begins with its number and the number of all. */
    private Optional<byte[]> profile() {
        List<byte[]> parts = new ArrayList<>(contents(ICC, ICC_NAME));
        parts.sort(Comparator.comparingInt(part -> part[0] & 0xFF));
        return parts.isEmpty() ? Optional.empty() : Optional.of(joined(parts, 2));
    }

    private static byte[] joined(List<byte[]> parts, int skipped) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        parts.forEach(part -> joined.write(part, skipped, part.length - skipped));
        return joined.toByteArray();
    }

    /** Of the JFIF header (JFIF 1.02): pixels an inch or a centimetre. */
    private Optional<Resolution> density() {
        Optional<byte[]> header = first(APPLICATION_0, JFIF_NAME);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(header.get());
        double across = fields.getShort(3) & 0xFFFF;
        double down = fields.getShort(5) & 0xFFFF;
        return switch (fields.get(2)) {
            case 1 -> Optional.of(new Resolution(across, down)).filter(Resolution::isMeant);
            case 2 -> Optional.of(Resolution.perCentimetre(across, down)).filter(Resolution::isMeant);
            default -> Optional.empty();
        };
    }

    private Optional<JpegEncoding> encoding() {
        Segment frame = frame();
        int table = data.get(frame.data() + 8) & 3; // of the first component
        for (Segment segment : segments) {
            if (segment.marker == QUANTISATION) {
                Optional<int[]> steps =
                        JpegQuality.table(data.slice(segment.data(), segment.end - segment.data()), table);
                if (steps.isPresent()) {
                    return Optional.of(new JpegEncoding(JpegQuality.of(steps.get()), chroma(frame)));
                }
            }
        }
        return Optional.empty();
    }

    private Chroma chroma(Segment frame) {
        boolean halved = components(frame) == 3
                && data.get(frame.data() + 7) == 0x22
                && data.get(frame.data() + 10) == 0x11
                && data.get(frame.data() + 13) == 0x11;
        return halved ? Chroma.HALVED : Chroma.FULL;
    }

    @Override
    public Samples samples(Notes notes) throws IOException {
        checkKind();
        checkWork();
        if (!whole) {
            throw RejectedImage.damaged("the JPEG image is cut short: its end marker is missing");
        }
        JPEGImageReaderSpi provider = new JPEGImageReaderSpi();
        provider.onRegistration(
                IIORegistry.getDefaultInstance(), ImageReaderSpi.class); // finds the JDK's reader, which it builds on
        ImageReader reader = provider.createReaderInstance(null);
        return Rasters.samples(Rasters.read(reader, pictureAlone(), Jpeg::tellsLoss), notes);
    }

    private void checkKind() {
        Segment frame = frame();
        int bits = data.get(frame.data());
        int components = components(frame);
        if (frame.marker > 0xC2 || bits != 8) {
            throw RejectedImage.unsupported(
                    "the file is %s with %d bits; read are baseline, extended and progressive JPEG with 8 bits. Save it as one of these, or as PNG or TIFF"
                            .formatted(process(frame.marker), bits));
        }
        if (components != 1 && components != 3 && components != CMYK) {
            throw RejectedImage.unsupported(
                    "the JPEG image has %d components, allowed are 1 (gray), 3 (colour) and 4 (CMYK)"
                            .formatted(components));
        }
        if (segments.stream().filter(Segment::isFrame).count() > 1) {
            throw RejectedImage.damaged("the JPEG image is damaged: it has more than one frame header");
        }
    }

    /** What a reader would do: a walk through the picture for each scan, and copies of all tables. */
    void checkWork() {
        Claim claim = claims().get(0);
        long scans = segments.stream()
                .filter(segment -> segment.marker == START_OF_SCAN)
                .count();
        long tables = segments.stream()
                .filter(segment -> TABLES.contains(segment.marker))
                .mapToLong(segment -> segment.end - segment.from)
                .sum();
        Excess.above(MAX_SCANS, scans, "scans");
        Excess.above(
                MAX_SCANNED_PIXELS,
                scans * claim.width() * claim.height(),
                "pixels to walk through in its %d scans".formatted(scans));
        Excess.above(MAX_TABLE_BYTES, tables, "bytes of tables");
    }

    /** ITU-T T.81, table B.1; ITU-T T.87 for JPEG-LS. */
    private static String process(int marker) {
        return switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> "a JPEG";
            case 0xC3 -> "a lossless JPEG";
            case 0xC9, 0xCA -> "a JPEG with arithmetic coding";
            case 0xCB -> "a lossless JPEG with arithmetic coding";
            case JPEG_LS -> "a JPEG-LS";
            default -> "a hierarchical JPEG";
        };
    }

    private int components(Segment frame) {
        return data.get(frame.data() + 5) & 0xFF;
    }

    private byte[] pictureAlone() {
        boolean cmyk = components(frame()) == CMYK;
        ByteArrayOutputStream alone = new ByteArrayOutputStream(file.length);
        alone.write(file, 0, 2);
        for (Segment segment : segments) {
            if (isNeeded(segment, cmyk)) {
                alone.write(file, segment.from, segment.end - segment.from);
            }
        }
        alone.write(0xFF);
        alone.write(END_OF_IMAGE);
        return alone.toByteArray();
    }

    private boolean isNeeded(Segment segment, boolean cmyk) {
        return switch (segment.marker) {
            case APPLICATION_0 -> isNamed(segment, JFIF_NAME);
            case ICC -> cmyk && isNamed(segment, ICC_NAME);
            case ADOBE -> true;
            default -> segment.marker < APPLICATION_0 || (segment.marker > 0xEF && segment.marker != COMMENT);
        };
    }

    /** libjpeg's words for data it had to make up; bytes too many before a marker lose nothing. */
    private static boolean tellsLoss(String warning) {
        return warning.startsWith("Premature end")
                || (warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous bytes"));
    }

    private boolean isNamed(Segment segment, String name) {
        byte[] bytes = name.getBytes(ISO_8859_1);
        int length = segment.end - segment.data();
        return length >= bytes.length
                && data.slice(segment.data(), bytes.length).equals(ByteBuffer.wrap(bytes));
    }

    /** What follows the name in all segments of this marker and name. */
    private List<byte[]> contents(int marker, String name) {
        return segments.stream()
                .filter(segment -> segment.marker == marker && isNamed(segment, name))
                .map(segment -> {
                    byte[] content = new byte[segment.end - segment.data() - name.length()];
                    data.get(segment.data() + name.length(), content);
                    return content;
                })
                .toList();
    }
}
