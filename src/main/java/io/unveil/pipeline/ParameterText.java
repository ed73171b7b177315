package io.unveil.pipeline;

import io.unveil.text.Words;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parameters as callers write them. */
public final class ParameterText {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private ParameterText() {}

    /**
     * A decimal number between two bounds, in its usual form: neither NaN nor Java's hexadecimal and suffixed forms.
     */
    public static double number(String parameter, String word, double least, double most, String allowed) {
        if (DECIMAL.matcher(word).matches()) {
            double number = Double.parseDouble(word);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new InvalidParameter(parameter, word, allowed);
    }

    /** A number in its usual form: without decimals where there are none. */
    public static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A whole number of pixels from 0 to a bound. */
    public static int whole(String parameter, String word, int most) {
        if (word.matches("[0-9]{1,9}") && Integer.parseInt(word) <= most) {
            return Integer.parseInt(word);
        }
        throw new InvalidParameter(parameter, word, "a whole number of pixels from 0 to %d".formatted(most));
    }

    /** One of an enum's constants by its word. */
    public static <E extends Enum<E>> E choice(String parameter, String word, Class<E> type) {
        return Words.find(type, word)
                .orElseThrow(() -> new InvalidParameter(
                        parameter,
                        word,
                        Words.all(type).stream().map(one -> "'" + one + "'").collect(Collectors.joining(" or "))));
    }
}
