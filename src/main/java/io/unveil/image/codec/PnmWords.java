package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a Netpbm file: between white space, with comments from # to the end of a line. */
final class PnmWords {
    private static final int LONGEST = 100;
    private static final int MOST_LINES = 100;

    private final byte[] file;
    private int at;

    PnmWords(byte[] file, int from) {
        this.file = file;
        this.at = from;
    }

    /** Where the next word or the samples begin. */
    int at() {
        return at;
    }

    /** The next word; one white space behind it is read too. */
    String next() {
        skip();
        int from = at;
        while (at < file.length && !isSpace(file[at]) && at - from < LONGEST) {
            at++;
        }
        if (at == from) {
            throw RejectedImage.damaged("the PNM image is cut short");
        }
        String word = new String(file, from, at - from, US_ASCII);
        at++;
        return word;
    }

    /** The next digit of a bitmap, where no space need stand between them. */
    int bit() {
        skip();
        int digit = at < file.length ? file[at++] - '0' : -1;
        if (digit != 0 && digit != 1) {
            throw RejectedImage.damaged("the PNM image is cut short or damaged at byte %d".formatted(at));
        }
        return digit;
    }

    /** The header of PAM: lines of a name and a value, up to ENDHDR. */
    Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < MOST_LINES; i++) {
            List<String> line = Arrays.asList(line().strip().split("\\s+", 2));
            if (line.get(0).equals("ENDHDR")) {
                return fields;
            } else if (line.size() == 2 && !line.get(0).startsWith("#")) {
                fields.put(line.get(0), line.get(1));
            }
        }
        throw RejectedImage.damaged("the PNM image is damaged: its header does not end");
    }

    private String line() {
        int from = at;
        while (at < file.length && file[at] != '\n') {
            at++;
        }
        String line = new String(file, from, Math.min(at - from, LONGEST), US_ASCII);
        at++;
        return line;
    }

    private void skip() {
        while (at < file.length && (isSpace(file[at]) || file[at] == '#')) {
            if (file[at] == '#') {
                while (at < file.length && file[at] != '\n' && file[at] != '\r') {
                    at++;
                }
            } else {
                at++;
            }
        }
    }

    private static boolean isSpace(byte value) {
        return value == ' ' || (value >= '\t' && value <= '\r');
    }
}
