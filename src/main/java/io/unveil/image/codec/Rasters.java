package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Size;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * What ImageIO's readers give, as samples: those of the raster, because {@code getRGB} would bend gray ones to another
 * gamma.
 */
final class Rasters {
    private Rasters() {}

    /**
     * The first picture of a file, read only in memory. Damaged bytes make the libraries' readers throw unchecked
     * exceptions of many kinds; all become an {@link IOException}.
     *
     * @param tellsLoss the reader's warnings that mean missing pixels: readers go on after those
     */
    static BufferedImage read(ImageReader reader, byte[] file, Predicate<String> tellsLoss) throws IOException {
        List<String> losses = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (tellsLoss.test(warning)) {
                losses.add(warning);
            }
        });
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            BufferedImage image = reader.read(0, new ImageReadParam());
            if (!losses.isEmpty()) {
                throw new IOException(losses.get(0));
            }
            return image;
        } catch (RuntimeException e) {
            throw new IOException(e);
        } finally {
            reader.dispose();
        }
    }

    static Samples samples(BufferedImage image, Notes notes) throws IOException {
        ColorModel model = image.getColorModel();
        if (model instanceof IndexColorModel indexed) {
            return indexed(image, indexed);
        }
        int space = model.getColorSpace().getType();
        if (space != ColorSpace.TYPE_GRAY && space != ColorSpace.TYPE_RGB) {
            notes.add("the %s samples were converted to sRGB".formatted(name(space)));
            return converted(image);
        }
        return direct(image.getRaster(), model);
    }

    private static String name(int space) {
        return switch (space) {
            case ColorSpace.TYPE_CMYK -> "CMYK";
            case ColorSpace.TYPE_Lab -> "CIELab";
            case ColorSpace.TYPE_YCbCr -> "YCbCr";
            default -> "other colour";
        };
    }

    private static Samples indexed(BufferedImage image, IndexColorModel model) {
        int[] colours = new int[model.getMapSize()];
        model.getRGBs(colours);
        Palette palette = new Palette(colours);
        Samples samples = palette.blank(size(image.getRaster()));
        int[] levels = new int[4 * image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getPixels(0, y, image.getWidth(), 1, levels);
            palette.look(levels, image.getWidth());
            samples.putRow(y, levels, palette.bands());
        }
        return samples;
    }

    /** Gray or RGB, stretched to 8 or 16 bits; colour that was multiplied by alpha is divided by it again. */
    private static Samples direct(Raster raster, ColorModel model) {
        int[] sizes = model.getComponentSize();
        int deepest = sizes[0];
        if (deepest > 16 || raster.getTransferType() == DataBuffer.TYPE_SHORT) {
            throw RejectedImage.unsupported("samples of %d bits%s are not read, allowed are 1 to 16 unsigned bits"
                    .formatted(deepest, deepest > 16 ? "" : " with a sign"));
        }
        BitDepth depth = deepest > 8 ? BitDepth.SIXTEEN : BitDepth.EIGHT;
        Samples samples = new Samples(size(raster), model.getNumColorComponents(), model.hasAlpha(), depth);
        int width = raster.getWidth();
        int bands = sizes.length;
        int[] levels = new int[bands * width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, levels);
            for (int band = 0; band < bands; band++) {
                stretch(levels, band, bands, (1 << sizes[band]) - 1, depth.white());
            }
            if (model.isAlphaPremultiplied() && model.hasAlpha()) {
                divide(levels, bands, depth.white());
            }
            samples.putRow(y, levels, bands);
        }
        return samples;
    }

    private static void stretch(int[] levels, int band, int bands, int white, int newWhite) {
        if (white != newWhite) {
            for (int i = band; i < levels.length; i += bands) {
                levels[i] = (levels[i] * newWhite + white / 2) / white;
            }
        }
    }

    private static void divide(int[] levels, int bands, int white) {
        for (int from = 0; from < levels.length; from += bands) {
            int alpha = levels[from + bands - 1];
            for (int i = from; i < from + bands - 1 && alpha > 0; i++) {
                levels[i] = (int) Math.min(white, ((long) levels[i] * white + alpha / 2) / alpha);
            }
        }
    }

    /** Other colour spaces, CMYK above all: to sRGB with 8 bits. */
    private static Samples converted(BufferedImage image) throws IOException {
        int width = image.getWidth();
        Samples samples = new Samples(size(image.getRaster()), 3, false, BitDepth.EIGHT);
        int[] levels = new int[3 * width];
        for (int y = 0; y < image.getHeight(); y++) {
            int[] rgb = rgb(image, y);
            for (int x = 0; x < width; x++) {
                levels[3 * x] = rgb[x] >> 16 & 255;
                levels[3 * x + 1] = rgb[x] >> 8 & 255;
                levels[3 * x + 2] = rgb[x] & 255;
            }
            samples.putRow(y, levels, 3);
        }
        return samples;
    }

    /** A row as sRGB; the conversion throws unchecked exceptions at a damaged profile. */
    private static int[] rgb(BufferedImage image, int y) throws IOException {
        try {
            return image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    private static Size size(Raster raster) {
        return new Size(raster.getWidth(), raster.getHeight());
    }
}
