package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.unveil.image.Format;
import io.unveil.image.Picture;
import java.io.ByteArrayOutputStream;

/** PGM for gray, PPM for colour, PAM where there is alpha; 8 or 16 bits, in bytes (the manual pages of Netpbm). */
final class PnmWriter {
    private PnmWriter() {}

    /** @throws RejectedImage for samples of high dynamic range */
    static byte[] write(Picture picture) {
        ColorimetricProfile.of(picture, Format.PNM);
        Interleaved rows = new Interleaved(picture);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header(picture, rows.bands()).getBytes(US_ASCII));
        byte[] line = new byte[rows.bytesPerRow()];
        for (int y = 0; y < picture.size().height(); y++) {
            rows.row(y, line, 0);
            file.writeBytes(line);
        }
        return file.toByteArray();
    }

    private static String header(Picture picture, int bands) {
        int width = picture.size().width();
        int height = picture.size().height();
        int white = picture.depth().white();
        if (picture.hasAlpha()) {
            return "P7\nWIDTH %d\nHEIGHT %d\nDEPTH %d\nMAXVAL %d\nTUPLTYPE %s_ALPHA\nENDHDR\n"
                    .formatted(width, height, bands, white, bands == 2 ? "GRAYSCALE" : "RGB");
        }
        return "P%d\n%d %d\n%d\n".formatted(bands == 1 ? 5 : 6, width, height, white);
    }
}
