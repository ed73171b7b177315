package io.unveil.image.codec;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first directory of a TIFF file (TIFF 6.0; BigTIFF). The reader gets a copy whose only directory has the tags that
 * the pixels need: no further pages, no Exif, no text, and a profile only for CMYK, because it would convert other
 * samples.
 */
final class Tiff implements ImageFile {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int COLOURS = 262;
    private static final int STRIP_OFFSETS = 273;
    private static final int SAMPLES_PER_PIXEL = 277;
    private static final int STRIP_BYTES = 279;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;
    private static final int SAMPLE_FORMAT = 339;
    private static final int ICC = 34675;
    private static final int CMYK = 5;

    /**
     * Those of the pixels; from 266 to 339: fill order, rows per strip, planes, CCITT options, predictor, palette,
     * inks, extra samples.
     */
    private static final List<Integer> NEEDED = List.of(
            WIDTH,
            HEIGHT,
            BITS,
            COMPRESSION,
            COLOURS,
            266,
            STRIP_OFFSETS,
            SAMPLES_PER_PIXEL,
            278,
            STRIP_BYTES,
            284,
            292,
            293,
            317,
            320,
            TILE_WIDTH,
            TILE_HEIGHT,
            TILE_OFFSETS,
            TILE_BYTES,
            332,
            338,
            SAMPLE_FORMAT,
            529,
            530,
            531,
            532);

    /**
     * None, CCITT, LZW, deflate, PackBits. JPEG in TIFF is not read: its parts have sizes of their own that no header
     * tells.
     */
    private static final List<Long> COMPRESSIONS = List.of(1L, 2L, 3L, 4L, 5L, 8L, 32773L, 32946L);

    private final byte[] file;
    private final TiffTags tags;

    Tiff(byte[] file) {
        this.file = file;
        this.tags = new TiffTags(file);
    }

    @Override
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim(tags.number(WIDTH, 0, 0), tags.number(HEIGHT, 0, 0)));
        if (tags.count(TILE_WIDTH) > 0) {
            claims.add(new Claim(tags.number(TILE_WIDTH, 0, 0), tags.number(TILE_HEIGHT, 0, 0)));
        }
        return claims;
    }

    @Override
    public Orientation orientation() {
        return Orientation.of(tags.number(TiffTags.ORIENTATION, 0, 1));
    }

    @Override
    public Optional<byte[]> profile() {
        return tags.value(ICC);
    }

    @Override
    public Samples samples() throws IOException {
        checkKind();
        checkData(STRIP_OFFSETS, STRIP_BYTES);
        checkData(TILE_OFFSETS, TILE_BYTES);
        return Rasters.samples(
                Rasters.read(new TIFFImageReaderSpi().createReaderInstance(null), pictureAlone(), warning -> false));
    }

    private void checkKind() {
        long compression = tags.number(COMPRESSION, 0, 1);
        long bits = tags.number(BITS, 0, 1);
        long samples = tags.number(SAMPLES_PER_PIXEL, 0, 1);
        long kind = tags.number(SAMPLE_FORMAT, 0, 1);
        if (!COMPRESSIONS.contains(compression)) {
            throw RejectedImage.unsupported(
                    "the TIFF image has compression %d, allowed are %s".formatted(compression, COMPRESSIONS));
        }
        if (bits < 1 || bits > 16 || kind != 1) {
            throw RejectedImage.unsupported(
                    "the TIFF image has samples of %d bits and kind %d, allowed are 1 to 16 bits and kind 1 (unsigned)"
                            .formatted(bits, kind));
        }
        if (samples < 1 || samples > 5) {
            throw RejectedImage.unsupported(
                    "the TIFF image has %d samples a pixel, allowed are 1 to 5".formatted(samples));
        }
    }

    /** The reader would paint what is missing black. */
    private void checkData(int offsets, int bytes) {
        for (long i = 0; i < tags.count(offsets); i++) {
            long offset = tags.number(offsets, i, 0);
            long length = tags.number(bytes, i, 0);
            if (offset < 0 || length < 0 || offset > file.length - length) {
                throw RejectedImage.damaged(
                        "the TIFF image is cut short: the file has %d bytes, its pixels reach to byte %d"
                                .formatted(file.length, offset + length));
            }
        }
    }

    private byte[] pictureAlone() {
        List<byte[]> entries = new ArrayList<>();
        NEEDED.forEach(tag -> tags.entry(tag).ifPresent(entries::add));
        if (tags.number(COLOURS, 0, 0) == CMYK) {
            tags.entry(ICC).ifPresent(entries::add);
        }
        int room = 16 + entries.stream().mapToInt(entry -> entry.length).sum();
        ByteBuffer copy = ByteBuffer.allocate(file.length + room).order(tags.order());
        copy.put(file);
        if (tags.isBig()) {
            copy.putLong(8, file.length).putLong(entries.size());
        } else {
            copy.putInt(4, file.length).putShort((short) entries.size());
        }
        entries.forEach(copy::put); // the rest stays zero: there is no further directory
        return copy.array();
    }
}
