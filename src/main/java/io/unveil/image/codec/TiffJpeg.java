package io.unveil.image.codec;

import io.unveil.image.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Strips and tiles of TIFF that are JPEG images (Adobe Photoshop TIFF Technical Notes: TIFF Technical Note 2, 1995).
 */
final class TiffJpeg {
    private static final int TABLES = 347;
    private static final int YCBCR = 6;
    private static final int MOST_BLOCKS = 20_000;
    private static final int MOST_TABLE_BYTES = 16 << 10; // copied for each part

    private TiffJpeg() {}

    /** Checked for its size before it is decoded; gray or RGB. */
    static Samples decoded(TiffLayout layout, int block, Notes notes) throws IOException {
        boolean readable = layout.bits() == 8 && !layout.planar() && (layout.samples() == 1 || layout.samples() == 3);
        if (!readable || layout.blocks().count() > MOST_BLOCKS) {
            throw RejectedImage.unsupported(
                    "the TIFF image holds %d JPEG parts of %d samples of %d bits, read are at most %d of gray or colour with 8 bits"
                            .formatted(layout.blocks().count(), layout.samples(), layout.bits(), MOST_BLOCKS));
        }
        Jpeg jpeg = new Jpeg(whole(layout, layout.stored(block)));
        ImageFile.Claim claim = jpeg.claims().get(0);
        TiffLayout.Grid blocks = layout.blocks();
        if (claim.width() != blocks.width()
                || claim.height() > blocks.height()
                || claim.height() < layout.rows(block)) {
            throw RejectedImage.damaged("the TIFF image is damaged: a JPEG part of %s claims to be %d x %d"
                    .formatted(new Size(blocks.width(), blocks.height()), claim.width(), claim.height()));
        }
        Samples samples = jpeg.samples(notes);
        if (samples.channels() != layout.samples()) {
            throw RejectedImage.damaged(
                    "the TIFF image is damaged: a JPEG part has %d channels".formatted(samples.channels()));
        }
        return samples;
    }

    /** Start, a marker that says what the components are, tables, and the part itself. */
    private static byte[] whole(TiffLayout layout, byte[] part) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
        if (layout.samples() == 3) {
            byte transform = (byte) (layout.photometric() == YCBCR ? 1 : 0);
            whole.writeBytes(
                    new byte[] {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, transform
                    });
        }
        Optional<byte[]> tables = layout.tags().value(TABLES);
        tables.ifPresent(bytes -> Excess.above(MOST_TABLE_BYTES, bytes.length, "bytes of JPEG tables"));
        tables.filter(bytes -> bytes.length > 4).ifPresent(bytes -> whole.write(bytes, 2, bytes.length - 4));
        whole.write(part, 2, part.length - 2);
        return whole.toByteArray();
    }
}
