package io.unveil.pipeline.denoise;

import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.ParameterText;

/**
 * The strength of the noise: its standard deviation in 8-bit levels, given by the caller or to be estimated from the
 * picture.
 */
public sealed interface Sigma {
    /** What {@link #parse} takes, in words. */
    String ALLOWED = "'auto' or a number from 0 to 100";

    /** To be estimated from the picture. */
    record Auto() implements Sigma {}

    /** Known; 0 to 100 levels. */
    record Known(double levels) implements Sigma {
        public Known {
            if (!(levels >= 0 && levels <= 100)) { // NaN fails too
                throw new InvalidParameter("sigma", Double.toString(levels), ALLOWED);
            }
        }
    }

    /** "auto" or a number of levels; throws {@link InvalidParameter}. */
    static Sigma parse(String word) {
        return word.equals("auto") ? new Auto() : new Known(ParameterText.number("sigma", word, 0, 100, ALLOWED));
    }
}
