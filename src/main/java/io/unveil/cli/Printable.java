package io.unveil.cli;

import java.util.regex.Pattern;

/** Text for a terminal: names of files may hold characters that steer it. */
final class Printable {
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{2028}\\x{2029}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private Printable() {}

    /** On one line, characters that steer as backslash, u and four digits. */
    static String line(String text) {
        return CONTROL.matcher(text).replaceAll(found -> escaped(found.group()));
    }

    /** The same of several lines. */
    static String lines(String text) {
        return CONTROL.matcher(text).replaceAll(found -> found.group().equals("\n") ? "\n" : escaped(found.group()));
    }

    private static String escaped(String character) {
        return "\\\\u%04x".formatted((int) character.charAt(0));
    }
}
