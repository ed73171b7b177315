package io.unveil.image.codec;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Fax and old JPEG in TIFF, left to TwelveMonkeys. Its reader gets a copy whose only directory has the tags that the
 * pixels need: no further pages, no Exif, no text, no profile, which would convert the samples.
 */
final class TiffByLibrary {
    private static final int OLD_JPEG_AT = 513;
    private static final int OLD_JPEG_BYTES = 514;

    /**
     * Those of the pixels; from 266 to 339: fill order, rows per strip, planes, CCITT options, palette, extra samples;
     * then those of JPEG and YCbCr.
     */
    private static final List<Integer> NEEDED = List.of(
            TiffLayout.WIDTH,
            TiffLayout.HEIGHT,
            TiffLayout.BITS,
            TiffLayout.COMPRESSION,
            TiffLayout.PHOTOMETRIC,
            TiffLayout.FILL_ORDER,
            TiffLayout.STRIP_OFFSETS,
            TiffLayout.SAMPLES_PER_PIXEL,
            TiffLayout.ROWS_PER_STRIP,
            TiffLayout.STRIP_BYTES,
            TiffLayout.PLANES,
            292,
            293,
            320,
            TiffLayout.TILE_WIDTH,
            TiffLayout.TILE_HEIGHT,
            TiffLayout.TILE_OFFSETS,
            TiffLayout.TILE_BYTES,
            338,
            512,
            OLD_JPEG_AT,
            OLD_JPEG_BYTES,
            515,
            519,
            520,
            521,
            529,
            530,
            531,
            532);

    private static final Set<Integer> PER_BLOCK =
            Set.of(TiffLayout.STRIP_OFFSETS, TiffLayout.STRIP_BYTES, TiffLayout.TILE_OFFSETS, TiffLayout.TILE_BYTES);

    /** Of any other tag: no table of old JPEG or fax has more. */
    private static final int MOST_VALUES = 1_024;

    private TiffByLibrary() {}

    static Samples samples(byte[] file, TiffLayout layout, Notes notes) throws IOException {
        checkCounts(layout.tags());
        if (layout.compression() == TiffCompression.OLD_JPEG) {
            checkJpeg(file, layout);
        } else if (layout.samples() != 1 || layout.bits() != 1) {
            throw RejectedImage.damaged("the TIFF image is damaged: fax with %d samples of %d bits"
                    .formatted(layout.samples(), layout.bits()));
        }
        for (int block = 0; block < layout.blocks().count(); block++) {
            layout.stored(block); // the reader would paint what is missing black
        }
        return Rasters.samples(
                Rasters.read(
                        new TIFFImageReaderSpi().createReaderInstance(null),
                        pictureOnly(file, layout.tags()),
                        warning -> false),
                notes);
    }

    /** A JPEG image inside must be of the size that the directory claims, for the reader believes it. */
    private static void checkJpeg(byte[] file, TiffLayout layout) {
        if (layout.tags().count(OLD_JPEG_AT) > 0) {
            int from = Math.toIntExact(layout.tags().number(OLD_JPEG_AT, 0, 0));
            Jpeg jpeg = new Jpeg(Arrays.copyOfRange(file, from, file.length));
            jpeg.checkWork();
            ImageFile.Claim claim = jpeg.claims().get(0);
            if (claim.width() > layout.size().width()
                    || claim.height() > layout.size().height()) {
                throw RejectedImage.damaged("the TIFF image is damaged: the JPEG inside claims to be %d x %d"
                        .formatted(claim.width(), claim.height()));
            }
        }
    }

    /** The reader copies all values of a tag, as numbers of eight bytes, however many tags point to the same. */
    private static void checkCounts(TiffTags tags) {
        for (int tag : NEEDED) {
            boolean perBlock = PER_BLOCK.contains(tag);
            Excess.above(
                    perBlock ? TiffLayout.MOST_BLOCKS : MOST_VALUES,
                    tags.count(tag),
                    "values in tag %d".formatted(tag));
        }
    }

    private static byte[] pictureOnly(byte[] file, TiffTags tags) {
        List<byte[]> entries = new ArrayList<>();
        NEEDED.forEach(tag -> tags.entry(tag).ifPresent(entries::add));
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
