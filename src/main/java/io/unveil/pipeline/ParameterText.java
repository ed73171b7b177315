package io.unveil.pipeline;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parameters as callers write them. */
public final class ParameterText {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private ParameterText() {}

    /** A decimal number between two bounds, written as people write it: neither NaN nor Java's hexadecimal and suffixed forms. */
    public static double number(String parameter, String word, double least, double most, String allowed) {
        if (DECIMAL.matcher(word).matches()) {
            double number = Double.parseDouble(word);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new InvalidParameter(parameter, word, allowed);
    }

    /** A number as people write it: without decimals where there are none. */
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

    /** One of an enum's constants as {@link #name} writes it. */
    public static <E extends Enum<E>> E choice(String parameter, String word, Class<E> type) {
        E[] all = type.getEnumConstants();
        return Arrays.stream(all)
                .filter(one -> name(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidParameter(
                        parameter,
                        word,
                        Arrays.stream(all).map(one -> "'" + name(one) + "'").collect(Collectors.joining(" or "))));
    }

    /** In lower case, with hyphens. */
    public static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
