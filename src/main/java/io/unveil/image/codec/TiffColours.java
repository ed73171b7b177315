package io.unveil.image.codec;

import io.unveil.image.BitDepth;
import io.unveil.image.Size;
import java.util.Optional;

/**
 * What the samples of a TIFF picture mean: from numbers in the file to gray or RGB, and alpha (TIFF 6.0, sections 3, 4,
 * 5, 16, 18, 20, 21 and 23).
 */
final class TiffColours {
    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int TRANSPARENCY = 4;
    private static final int CMYK = 5;
    private static final int YCBCR = 6;
    private static final int CIELAB = 8;
    private static final int ICCLAB = 9;
    private static final int COLOUR_MAP = 320;
    private static final int EXTRA_SAMPLES = 338;
    private static final int SUBSAMPLING = 530;
    private static final int ASSOCIATED = 1;
    private static final int UNASSOCIATED = 2;

    /** How many brightnesses share a colour. */
    record Subsampling(int across, int down) {}

    private final TiffLayout layout;
    private final int photometric;
    private final int alphaAt; // below 0 where there is none
    private final boolean associated;
    private final int channels;
    private final BitDepth depth;
    private final Optional<Palette> palette;
    private final SampleRange range;
    private final Conversion conversion;
    private final boolean plain; // samples are levels as they stand

    /** From the colour samples of a pixel, 0 to the white of the depth, to RGB in place. */
    private interface Conversion {
        void apply(double[] colour, double white);
    }

    private TiffColours(TiffLayout layout, int photometric, Notes notes) {
        this.layout = layout;
        this.photometric = photometric;
        int stored = colourSamples(photometric);
        if (layout.samples() < stored) {
            throw RejectedImage.damaged("the TIFF image is damaged: %d samples a pixel, its colours need %d"
                    .formatted(layout.samples(), stored));
        }
        int extra = alpha(layout, stored);
        this.alphaAt = extra < 0 ? -1 : stored + extra;
        this.associated = extra >= 0 && layout.tags().number(EXTRA_SAMPLES, extra, 0) == ASSOCIATED;
        this.palette = photometric == PALETTE ? Optional.of(palette(layout)) : Optional.empty();
        this.channels = palette.map(Palette::channels).orElse(stored == 1 ? 1 : 3);
        this.depth = layout.bits() > 8 && palette.isEmpty() && photometric != CMYK ? BitDepth.SIXTEEN : BitDepth.EIGHT;
        this.range = SampleRange.of(layout, photometric);
        this.conversion = conversion(layout, photometric);
        this.plain = range.isKnown()
                && (photometric == BLACK_IS_ZERO || photometric == RGB)
                && layout.bits() == depth.bits()
                && !associated;
        int left = layout.samples() - stored - (extra < 0 ? 0 : 1);
        if (left > 0) {
            notes.add("samples that are neither colour nor alpha were left out: %d of each pixel".formatted(left));
        }
    }

    static TiffColours of(TiffLayout layout, Notes notes) {
        int photometric = layout.photometric();
        boolean decoded = layout.compression() == TiffCompression.JPEG && photometric == YCBCR;
        switch (photometric) {
            case CMYK -> notes.add("the CMYK samples were converted to sRGB");
            case CIELAB, ICCLAB -> notes.add("the CIELab samples were converted to sRGB");
            default -> {}
        }
        return new TiffColours(layout, decoded ? RGB : photometric, notes);
    }

    private static int colourSamples(int photometric) {
        return switch (photometric) {
            case WHITE_IS_ZERO, BLACK_IS_ZERO, PALETTE, TRANSPARENCY -> 1;
            case RGB, YCBCR, CIELAB, ICCLAB -> 3;
            case CMYK -> 4;
            default ->
                throw RejectedImage.unsupported(
                        "the TIFF image has %s, read are gray, RGB, palettes, CMYK, YCbCr and CIELab"
                                .formatted(name(photometric)));
        };
    }

    private static String name(int photometric) {
        return switch (photometric) {
            case 10 -> "colours of ITU-Lab (fax)";
            case 32844 -> "brightness as LogL";
            case 32845 -> "colours as LogLuv";
            case 51177 -> "depths";
            case 52527 -> "masks of meaning";
            default -> "colours of an unknown kind (%d)".formatted(photometric);
        };
    }

    /** Which of the further samples is alpha. */
    private static int alpha(TiffLayout layout, int stored) {
        for (int i = 0; i < Math.min(layout.tags().count(EXTRA_SAMPLES), layout.samples() - stored); i++) {
            long meaning = layout.tags().number(EXTRA_SAMPLES, i, 0);
            if (meaning == ASSOCIATED || meaning == UNASSOCIATED) {
                return i;
            }
        }
        return -1;
    }

    /** 16 bits a colour in the file; some writers put 8 there. */
    private static Palette palette(TiffLayout layout) {
        if (layout.bits() > 16 || layout.kind() != TiffLayout.UNSIGNED) {
            throw RejectedImage.unsupported(
                    "the TIFF image has a palette for indices of %d bits, read are 1 to 16".formatted(layout.bits()));
        }
        int count = 1 << layout.bits();
        TiffTags tags = layout.tags();
        long most = 0;
        for (int i = 0; i < 3 * count; i++) {
            most = Math.max(most, tags.number(COLOUR_MAP, i, 0));
        }
        int shift = most > 255 ? 8 : 0;
        int[] colours = new int[count];
        for (int i = 0; i < count; i++) {
            long red = tags.number(COLOUR_MAP, i, 0) >> shift;
            long green = tags.number(COLOUR_MAP, i + count, 0) >> shift;
            long blue = tags.number(COLOUR_MAP, i + 2L * count, 0) >> shift;
            colours[i] = (int) (0xFF000000L | red << 16 | green << 8 | blue);
        }
        return new Palette(colours);
    }

    private static Conversion conversion(TiffLayout layout, int photometric) {
        return switch (photometric) {
            case YCBCR -> TiffYcbcr.of(layout)::toRgb;
            case CIELAB -> (colour, white) -> CieLab.toSrgb(colour, white, true);
            case ICCLAB -> (colour, white) -> CieLab.toSrgb(colour, white, false);
            case CMYK -> Cmyk.of(layout.tags().value(Tiff.ICC))::toSrgb;
            default -> (colour, white) -> {};
        };
    }

    /** Of uncompressed YCbCr; the usual is two by two. */
    Optional<Subsampling> subsampling() {
        if (photometric != YCBCR) {
            return Optional.empty();
        }
        int across = (int) layout.tags().number(SUBSAMPLING, 0, 2);
        int down = (int) layout.tags().number(SUBSAMPLING, 1, 2);
        boolean known = (across == 1 || across == 2 || across == 4) && (down == 1 || down == 2 || down == 4);
        if (!known || layout.bits() != 8 || layout.samples() != 3 || (layout.planar() && across * down > 1)) {
            throw RejectedImage.unsupported("the TIFF image has YCbCr samples %d x %d, read are 1, 2 and 4 with 8 bits"
                    .formatted(across, down));
        }
        return across * down == 1 ? Optional.empty() : Optional.of(new Subsampling(across, down));
    }

    boolean knowsRange() {
        return range.isKnown();
    }

    /** Looks at the numbers of a row, to find out between which they lie. */
    void measure(double[] samples, int pixels) {
        int colours = colourSamples(photometric);
        for (int i = 0; i < pixels; i++) {
            for (int c = 0; c < colours; c++) {
                range.measure(samples[i * layout.samples() + c]);
            }
        }
    }

    void fixRange(Notes notes) {
        range.fix(notes);
    }

    /** What floating point numbers the levels stand for, where they are their colours as they stand. */
    Optional<FloatScale> floats() {
        return photometric == BLACK_IS_ZERO || photometric == RGB ? range.floats() : Optional.empty();
    }

    Samples blank(Size size) {
        return new Samples(size, channels, alphaAt >= 0, depth);
    }

    /** Levels a pixel, alpha included. */
    int bands() {
        return channels + (alphaAt >= 0 ? 1 : 0);
    }

    /** From the samples of a row to its levels, as {@link Samples#put} takes them. */
    void levels(double[] samples, int pixels, int[] levels) {
        if (plain) {
            plainLevels(samples, pixels, levels);
            return;
        }
        int stored = colourSamples(photometric);
        double white = depth.white();
        double[] colour = new double[4];
        int[] index = new int[4];
        for (int i = 0; i < pixels; i++) {
            int from = i * layout.samples();
            double alpha = alphaAt < 0 ? white : range.alpha(samples[from + alphaAt], white);
            if (palette.isPresent()) {
                index[0] = (int) samples[from];
                palette.get().look(index, 1);
                for (int c = 0; c < channels; c++) {
                    levels[i * bands() + c] = index[c];
                }
            } else {
                for (int c = 0; c < stored; c++) {
                    double value = range.scaled(samples[from + c], white);
                    colour[c] = photometric == WHITE_IS_ZERO ? white - value : value;
                }
                conversion.apply(colour, white);
                for (int c = 0; c < channels; c++) {
                    double value = associated && alpha > 0 ? colour[c] * white / alpha : colour[c];
                    levels[i * bands() + c] = (int) Math.max(0, Math.min(white, Math.floor(value + .5)));
                }
            }
            if (alphaAt >= 0) {
                levels[i * bands() + channels] = (int) Math.floor(alpha + .5);
            }
        }
    }

    private void plainLevels(double[] samples, int pixels, int[] levels) {
        int bands = bands();
        for (int i = 0; i < pixels; i++) {
            for (int c = 0; c < channels; c++) {
                levels[i * bands + c] = (int) samples[i * layout.samples() + c];
            }
            if (alphaAt >= 0) {
                levels[i * bands + channels] = (int) samples[i * layout.samples() + alphaAt];
            }
        }
    }
}
