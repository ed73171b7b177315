package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.unveil.image.Format;
import io.unveil.image.Picture;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An ICC profile for samples whose file says by other means how they are to be shown, for formats that have a place for
 * profiles only (ICC.1:2001-04: three-component matrix-based and monochrome input profiles).
 */
final class ColorimetricProfile {
    private static final int HEADER = 128;
    private static final int CURVE_POINTS = 1024;
    private static final double[] D50 = {.9642, 1, .8249};

    /** Of Bradford: from XYZ to the responses of cones. */
    private static final double[][] CONES = {{.8951, .2664, -.1614}, {-.7502, 1.7135, .0367}, {.0389, -.0685, 1.0296}};

    private ColorimetricProfile() {}

    /**
     * The profile to write into a file of a format that knows of nothing else: the picture's own, or one made of its
     * colorimetry; none where samples look right without it.
     *
     * @throws RejectedImage for samples of high dynamic range, which no such file can show
     */
    static Optional<byte[]> of(Picture picture, Format format) {
        Optional<Colorimetry> colours = Metadata.of(picture).colours();
        colours.flatMap(Colorimetry::highDynamicRange).ifPresent(transfer -> {
            throw RejectedImage.unsupported(
                    "the samples are of high dynamic range (%s), which %s cannot say; ask for PNG"
                            .formatted(transfer, format));
        });
        return picture.profile()
                .or(() -> colours.filter(some -> !some.isLikeSrgb()).map(some -> of(some, picture.channels())));
    }

    static byte[] of(Colorimetry colours, int channels) {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description());
        tags.put("cprt", text("No copyright: made of numbers in the picture's file"));
        tags.put("wtpt", xyz(D50));
        byte[] curve = curve(colours);
        if (channels == 1) {
            tags.put("kTRC", curve);
        } else {
            double[][] columns = columns(colours.primaries());
            for (int i = 0; i < 3; i++) {
                tags.put("rgb".charAt(i) + "XYZ", xyz(columns[i]));
                tags.put("rgb".charAt(i) + "TRC", curve);
            }
        }
        return profile(tags, channels == 1 ? "GRAY" : "RGB ");
    }

    /** XYZ of red, green and blue under D50: their chromaticities, so strong that they make up white, and adapted. */
    private static double[][] columns(double[] xy) {
        double[] white = ofChromaticity(xy[0], xy[1]);
        double[][] primaries = new double[3][];
        for (int i = 0; i < 3; i++) {
            primaries[i] = ofChromaticity(xy[2 + 2 * i], xy[3 + 2 * i]);
        }
        double[] strengths = Matrices.solve(Matrices.transposed(primaries), white);
        double[] cones = Matrices.times(CONES, white);
        double[] wanted = Matrices.times(CONES, D50);
        double[][] columns = new double[3][];
        for (int i = 0; i < 3; i++) {
            double[] response = Matrices.times(CONES, primaries[i]);
            for (int k = 0; k < 3; k++) {
                response[k] *= strengths[i] * wanted[k] / cones[k];
            }
            columns[i] = Matrices.solve(CONES, response);
        }
        return columns;
    }

    private static double[] ofChromaticity(double x, double y) {
        return new double[] {x / y, 1, (1 - x - y) / y};
    }

    private static byte[] curve(Colorimetry colours) {
        ByteBuffer bytes = ByteBuffer.allocate(12 + 2 * CURVE_POINTS);
        bytes.put("curv".getBytes(US_ASCII)).putInt(0).putInt(CURVE_POINTS);
        for (int i = 0; i < CURVE_POINTS; i++) {
            bytes.putShort((short) Math.round(65535 * colours.light((double) i / (CURVE_POINTS - 1))));
        }
        return bytes.array();
    }

    private static byte[] xyz(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        bytes.put("XYZ ".getBytes(US_ASCII)).putInt(0);
        for (double value : values) {
            bytes.putInt((int) Math.round(value * 65536));
        }
        return bytes.array();
    }

    private static byte[] text(String text) {
        return ByteBuffer.allocate(9 + text.length())
                .put("text".getBytes(US_ASCII))
                .putInt(0)
                .put(text.getBytes(US_ASCII))
                .array();
    }

    private static byte[] description() {
        String name = "as the picture's file says";
        ByteBuffer bytes = ByteBuffer.allocate(12 + name.length() + 1 + 78);
        return bytes.put("desc".getBytes(US_ASCII))
                .putInt(0)
                .putInt(name.length() + 1)
                .put(name.getBytes(US_ASCII))
                .array();
    }

    private static byte[] profile(Map<String, byte[]> tags, String space) {
        int at = HEADER + 4 + 12 * tags.size();
        ByteBuffer table = ByteBuffer.allocate(4 + 12 * tags.size()).putInt(tags.size());
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            byte[] value = tag.getValue();
            table.put(tag.getKey().getBytes(US_ASCII))
                    .putInt(at + values.size())
                    .putInt(value.length);
            values.writeBytes(value);
            values.writeBytes(new byte[(4 - value.length % 4) % 4]);
        }
        ByteBuffer file = ByteBuffer.allocate(at + values.size());
        file.putInt(file.capacity()).putInt(0).putInt(0x02400000).put("mntr".getBytes(US_ASCII));
        file.put(space.getBytes(US_ASCII)).put("XYZ ".getBytes(US_ASCII));
        file.putShort((short) 2026).putShort((short) 1).putShort((short) 1).position(36);
        file.put("acsp".getBytes(US_ASCII)).position(68);
        for (double value : D50) {
            file.putInt((int) Math.round(value * 65536));
        }
        file.position(HEADER);
        return file.put(table.array()).put(values.toByteArray()).array();
    }
}
