package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;
import java.util.Locale;

/**
 * One block of lettering in one hand: size, weight, slant, width, serifs and spacing are drawn once per block. It is
 * mostly level like a caption, sometimes turned, sometimes across the picture like a watermark.
 */
final class TextBrush implements Brush {
    private static final String[] WORDS =
            ("the of and to in is was on for with at by from over under between light water winter morning station "
                            + "bridge garden river street mountain evening copyright sample preview draft archive photo studio collection limited edition "
                            + "no. page vol. all rights reserved where are you going? I don't know! wait, listen: never mind - come here (laughs) & co. "
                            + "left right north south open closed please keep quiet express jazz waltz quick fox zebra vixen")
                    .split(" ");

    @Override
    public void draw(Canvas canvas, Draws draws, double scale) {
        double width = canvas.size().width();
        double height = canvas.size().height();
        Handwriting hand = Handwriting.drawn(draws, scale);
        int lines = 1 + draws.below(draws.chance(.3) ? 6 : 2);
        boolean subtitle = draws.chance(.2);
        double x = subtitle ? width / 2 : draws.uniform() * width;
        double y = subtitle ? height * draws.between(.75, .95) : draws.uniform() * height;
        double angle =
                subtitle || draws.chance(.7) ? 0 : draws.chance(.6) ? .12 * draws.normal() : draws.between(-.8, .8);
        boolean centred = subtitle || draws.chance(.4);
        double longest = (subtitle ? .8 : draws.between(.2, .9)) * width / hand.unit();
        for (int line = 0; line < lines; line++) {
            String text = line(draws, hand, longest * draws.between(.6, 1));
            double from = centred ? -hand.length(text) / 2 : 0;
            hand.write(canvas, text, x, y, angle, from, (line - lines / 2.) * hand.lineSpacing());
        }
    }

    /** Words up to a length in the units of the letters; at least one. */
    private static String line(Draws draws, Handwriting hand, double longest) {
        int manner = draws.below(5);
        StringBuilder line = new StringBuilder(word(draws, manner));
        while (true) {
            String word = " " + word(draws, manner);
            if (hand.length(line + word) > longest) {
                return line.toString();
            }
            line.append(word);
        }
    }

    private static String word(Draws draws, int manner) {
        if (draws.chance(.08)) {
            return draws.chance(.3)
                    ? draws.below(24) + ":" + (10 + draws.below(50))
                    : (draws.chance(.3) ? "\u00a9 " : "") + (1900 + draws.below(130));
        }
        String word = WORDS[draws.below(WORDS.length)];
        return switch (manner) {
            case 0 -> upper(word);
            case 1 -> upper(word.substring(0, 1)) + word.substring(1);
            default -> word;
        };
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
