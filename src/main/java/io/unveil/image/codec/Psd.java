package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Origin;
import io.unveil.image.Size;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A PSD or PSB file (Adobe Photoshop File Formats Specification): four sections of stated length, then the merged
 * picture, one plane a channel. Layers are not looked at.
 */
final class Psd implements ImageFile {
    private static final int HEADER = 26;
    private static final int BITMAP = 0;
    private static final int GRAY = 1;
    private static final int INDEXED = 2;
    private static final int RGB = 3;
    private static final int CMYK = 4;
    private static final int DUOTONE = 8;
    private static final int LAB = 9;
    private static final int RESOLUTION = 0x03ED;
    private static final int PROFILE = 0x040F;
    private static final int EXIF = 0x0422;
    private static final int XMP = 0x0424;
    private static final int MOST_CHANNELS = 56;

    private final byte[] file;
    private final ByteBuffer data;
    private final boolean big;

    Psd(byte[] file) {
        this.file = file;
        this.data = ByteBuffer.wrap(file);
        this.big = data.getShort(4) == 2;
    }

    @Override
    public List<Claim> claims() {
        return List.of(new Claim(data.getInt(18) & 0xFFFFFFFFL, data.getInt(14) & 0xFFFFFFFFL));
    }

    private int channels() {
        return data.getShort(12) & 0xFFFF;
    }

    private int bits() {
        return data.getShort(22) & 0xFFFF;
    }

    private int mode() {
        return data.getShort(24) & 0xFFFF;
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    /** Where a section of four bytes of length and its data begins: palette, resources. */
    private int resourcesAt() {
        return after(HEADER, 4);
    }

    private int layersAt() {
        return after(resourcesAt(), 4);
    }

    private int pixelsAt() {
        return after(layersAt(), big ? 8 : 4);
    }

    private int after(int at, int bytes) {
        long length = bytes == 8 ? data.getLong(at) : data.getInt(at) & 0xFFFFFFFFL;
        if (length < 0 || length > file.length - at - bytes) {
            throw RejectedImage.damaged("the PSD image is cut short");
        }
        return Math.toIntExact(at + bytes + length);
    }

    @Override
    public Origin origin(Notes notes) {
        byte[] resources = Arrays.copyOfRange(file, resourcesAt() + 4, layersAt());
        Optional<byte[]> exif = notes.block(
                "Exif block", () -> PhotoshopResources.find(resources, EXIF).map(ExifBlock::checked));
        Metadata metadata = new Metadata(
                exif,
                notes.block("XMP packet", () -> PhotoshopResources.find(resources, XMP)),
                notes.block("IPTC block", () -> PhotoshopResources.iptc(resources)),
                List.of(),
                notes.unlessBroken(
                        "resolution",
                        () -> PhotoshopResources.find(resources, RESOLUTION)
                                .map(Psd::resolution)
                                .filter(Resolution::isMeant)),
                Optional.empty(),
                Optional.empty());
        return new Origin(
                Format.PSD,
                notes.block("ICC profile", () -> PhotoshopResources.find(resources, PROFILE)),
                metadata,
                List.of());
    }

    /** 16.16 bits an inch, across and down. */
    private static Resolution resolution(byte[] resource) {
        ByteBuffer fields = ByteBuffer.wrap(resource);
        return new Resolution(fields.getInt(0) / 65536.0, fields.getInt(8) / 65536.0);
    }

    @Override
    public Samples samples(Notes notes) throws IOException {
        checkKind();
        if (layers().isPresent()) {
            notes.add("the file has layers; the merged picture in it was taken");
        }
        Size size =
                new Size((int) claims().get(0).width(), (int) claims().get(0).height());
        boolean alpha = hasAlpha();
        int colours = colours();
        int count = colours + (alpha ? 1 : 0);
        return switch (mode()) {
            case INDEXED -> indexed(size, planes(size, count));
            case CMYK, LAB -> converted(size, planes(size, count), alpha, notes);
            default -> direct(size, count, alpha);
        };
    }

    private void checkKind() {
        int mode = mode();
        boolean known = (mode == BITMAP && bits() == 1)
                || ((mode == GRAY || mode == RGB || mode == CMYK || mode == DUOTONE || mode == LAB)
                        && (bits() == 8 || bits() == 16))
                || (mode == INDEXED && bits() == 8);
        if (!known || channels() > MOST_CHANNELS) {
            throw RejectedImage.unsupported(
                    "the PSD image has %d channels of %d bits in mode %s, read are bitmap, gray, indexed, RGB, CMYK, duotone and Lab with 8 or 16 bits"
                            .formatted(channels(), bits(), mode == 7 ? "multichannel" : Integer.toString(mode)));
        }
        if (channels() < colours()) {
            throw RejectedImage.damaged("the PSD image is damaged: %d channels".formatted(channels()));
        }
    }

    private int colours() {
        return switch (mode()) {
            case RGB, LAB -> 3;
            case CMYK -> 4;
            default -> 1;
        };
    }

    /** The number of layers, below zero where the first further channel is the transparency of the merged picture. */
    private Optional<Short> layers() {
        int count = layersAt() + (big ? 16 : 8);
        return pixelsAt() >= count + 2 && data.getShort(count) != 0
                ? Optional.of(data.getShort(count))
                : Optional.empty();
    }

    private boolean hasAlpha() {
        return channels() > colours() && layers().map(count -> count < 0).orElse(false);
    }

    /** Takes the unpacked bytes of a row. */
    private interface Rows {
        void take(int plane, int y, byte[] row);
    }

    private short[][] planes(Size size, int count) throws IOException {
        short[][] planes = new short[count][Math.toIntExact(size.pixels())];
        eachRow(size, count, (plane, y, row) -> {
            for (int x = 0; x < size.width(); x++) {
                planes[plane][y * size.width() + x] = level(row, x);
            }
        });
        return planes;
    }

    private void eachRow(Size size, int count, Rows rows) throws IOException {
        int rowBytes = Math.toIntExact(((long) size.width() * bits() + 7) / 8);
        int at = pixelsAt();
        int compression = data.getShort(at);
        if (compression != 0 && compression != 1) {
            throw RejectedImage.unsupported(
                    "the merged PSD image is compressed by method %d, read are none and runs".formatted(compression));
        }
        int all = Math.multiplyExact(size.height(), channels());
        int start = at + 2 + (compression == 1 ? Math.multiplyExact(all, big ? 4 : 2) : 0);
        DataInputStream in = new DataInputStream(
                compression == 1
                        ? new PackBits(new ByteArrayInputStream(file, start, Math.max(0, file.length - start)))
                        : new ByteArrayInputStream(file, start, Math.max(0, file.length - start)));
        byte[] row = new byte[rowBytes];
        for (int plane = 0; plane < count; plane++) {
            for (int y = 0; y < size.height(); y++) {
                in.readFully(row);
                rows.take(plane, y, row);
            }
        }
    }

    /** A bit of a bitmap is black. */
    private short level(byte[] row, int x) {
        return switch (bits()) {
            case 1 -> (short) ((row[x / 8] >> (7 - x % 8) & 1) == 1 ? 0 : 255);
            case 8 -> (short) (row[x] & 0xFF);
            default -> (short) ((row[2 * x] & 0xFF) << 8 | (row[2 * x + 1] & 0xFF));
        };
    }

    private Samples indexed(Size size, short[][] planes) {
        int[] colours = new int[256];
        for (int i = 0; i < colours.length; i++) {
            int at = HEADER + 4 + i;
            colours[i] = 0xFF000000 | (file[at] & 0xFF) << 16 | (file[at + 256] & 0xFF) << 8 | (file[at + 512] & 0xFF);
        }
        Palette palette = new Palette(colours);
        Samples samples = palette.blank(size);
        int[] levels = new int[4];
        for (int i = 0; i < planes[0].length; i++) {
            levels[0] = planes[0][i];
            palette.look(levels, 1);
            samples.put(i, levels, 0);
        }
        return samples;
    }

    private Samples direct(Size size, int count, boolean alpha) throws IOException {
        Samples samples = new Samples(size, colours(), alpha, bits() == 16 ? BitDepth.SIXTEEN : BitDepth.EIGHT);
        eachRow(size, count, (plane, y, row) -> {
            for (int x = 0; x < size.width(); x++) {
                samples.put(y * size.width() + x, plane, level(row, x));
            }
        });
        return samples;
    }

    /** Photoshop stores inks the other way round: 0 is full. */
    private Samples converted(Size size, short[][] planes, boolean alpha, Notes notes) {
        boolean inks = mode() == CMYK;
        notes.add("the %s samples were converted to sRGB".formatted(inks ? "CMYK" : "CIELab"));
        byte[] resources = Arrays.copyOfRange(file, resourcesAt() + 4, layersAt());
        Cmyk cmyk = Cmyk.of(inks ? PhotoshopResources.find(resources, PROFILE) : Optional.empty());
        double white = (1 << bits()) - 1;
        Samples samples = new Samples(size, 3, alpha, BitDepth.EIGHT);
        double[] colour = new double[4];
        int[] levels = new int[4];
        for (int i = 0; i < planes[0].length; i++) {
            for (int c = 0; c < colours(); c++) {
                double share = Short.toUnsignedInt(planes[c][i]) / white;
                colour[c] = 255 * (inks ? 1 - share : share);
            }
            if (inks) {
                cmyk.toSrgb(colour, 255);
            } else {
                CieLab.toSrgb(colour, 255, false);
            }
            for (int c = 0; c < 3; c++) {
                levels[c] = (int) Math.round(colour[c]);
            }
            levels[3] = alpha ? (int) Math.round(255 * Short.toUnsignedInt(planes[colours()][i]) / white) : 255;
            samples.put(i, levels, 0);
        }
        return samples;
    }
}
