package io.unveil.pipeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Parameters as callers write them. */
final class Words {
    private Words() {}

    /** A plain decimal number between two bounds; NaN and infinities are none. */
    static double number(String parameter, String word, double least, double most, String allowed) {
        try {
            double number = Double.parseDouble(word);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused(parameter, word, allowed, e);
        }
        throw new InvalidParameter(parameter, word, allowed);
    }

    /** One of an enum's constants in lower case. */
    static <E extends Enum<E>> E choice(String parameter, String word, Class<E> type) {
        E[] all = type.getEnumConstants();
        return Arrays.stream(all)
                .filter(one -> name(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidParameter(
                        parameter,
                        word,
                        Arrays.stream(all).map(one -> "'" + name(one) + "'").collect(Collectors.joining(" or "))));
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static InvalidParameter refused(
            String parameter, String word, String allowed, NumberFormatException cause) {
        InvalidParameter refused = new InvalidParameter(parameter, word, allowed);
        refused.initCause(cause);
        return refused;
    }
}
