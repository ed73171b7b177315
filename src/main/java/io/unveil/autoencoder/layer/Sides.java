package io.unveil.autoencoder.layer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sizes of pictures that a network takes. */
public sealed interface Sides {
    /** The longest side of a network of one size. */
    int LONGEST = 4096;

    /** Any sides that are multiples of the total stride: every layer sees only a neighbourhood. */
    record Free() implements Sides {
        @Override
        public void check(int height, int width) {} // the layers themselves find sides that do not fit

        @Override
        public String text() {
            return "free";
        }
    }

    /**
     * Any sides; pictures are first resized to the area of a square of this side, proportions kept. So objects have one
     * size, however large the photograph.
     */
    record Area(int side) implements Sides {
        @Override
        public void check(int height, int width) {} // as for free sides

        @Override
        public String text() {
            return "area " + side;
        }
    }

    /** Only one size, as in networks with dense layers. */
    record Fixed(int height, int width) implements Sides {
        @Override
        public void check(int height, int width) {
            if (height != this.height || width != this.width) {
                throw new Layer.DoesNotClose("the network takes pictures of %s pixels (width x height), not of %dx%d"
                        .formatted(text(), width, height));
            }
        }

        /** Width and height, such as {@code 28x28}. */
        @Override
        public String text() {
            return width + "x" + height;
        }
    }

    /** Throws {@link Layer.DoesNotClose} where the network does not take pictures of this height and width. */
    void check(int height, int width);

    /** The text in manifests. */
    @JsonValue
    String text();

    /** The inverse of {@link #text}; throws IllegalArgumentException. */
    @JsonCreator
    static Sides of(String text) {
        Matcher sides = Pattern.compile("([1-9]\\d{0,3})x([1-9]\\d{0,3})").matcher(text);
        if (sides.matches()) {
            return new Fixed(Integer.parseInt(sides.group(2)), Integer.parseInt(sides.group(1)));
        }
        Matcher area = Pattern.compile("area ([1-9]\\d{0,3})").matcher(text);
        if (area.matches()) {
            return new Area(Integer.parseInt(area.group(1)));
        }
        if (text.equals("free")) {
            return new Free();
        }
        throw new IllegalArgumentException(
                "sides are 'free', 'area' and a side such as area 256, or width x height such as 28x28, was '%s'"
                        .formatted(text));
    }
}
