package io.unveil.pipeline.fill;

import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.ParameterText;
import java.util.Optional;

/**
 * What to fill, and how.
 *
 * @param mask where the hole is
 * @param invert whether to fill the pixels that the mask leaves out
 * @param grow pixels by which the hole is widened on all sides, for masks drawn too narrow; 0 to 500
 * @param feather pixels from the rim of the widened hole inwards over which the fill blends into the picture; 0 to 100
 * @param model the model's name; empty = the one that fits picture and mask
 */
public record FillOptions(
        MaskSource mask, boolean invert, int grow, int feather, Optional<String> model, FillMethod method) {
    private static final int MOST_GROWTH = 500;
    private static final int MOST_FEATHER = 100;

    public FillOptions {
        requireWithin("grow", grow, MOST_GROWTH);
        requireWithin("feather", feather, MOST_FEATHER);
    }

    /** Fills this mask as it is, by whatever method fits. */
    public static FillOptions of(MaskSource mask) {
        return new FillOptions(mask, false, 0, 0, Optional.empty(), FillMethod.AUTO);
    }

    private static void requireWithin(String parameter, int pixels, int most) {
        if (pixels < 0 || pixels > most) {
            throw new InvalidParameter(
                    parameter, Integer.toString(pixels), "a whole number of pixels from 0 to %d".formatted(most));
        }
    }

    /** Pixels by which to grow, as callers write them; throws {@link InvalidParameter}. */
    public static int parseGrow(String word) {
        return ParameterText.whole("grow", word, MOST_GROWTH);
    }

    /** Pixels of soft edge, as callers write them; throws {@link InvalidParameter}. */
    public static int parseFeather(String word) {
        return ParameterText.whole("feather", word, MOST_FEATHER);
    }
}
