package io.unveil.image;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Which pixels of a picture are to be filled: the hole. Immutable; a bit a pixel. */
public final class Mask {
    private static final int MIDDLE = 127;

    /** Three hundred outlines as high as the highest picture; marking so many takes about a second. */
    private static final long MOST_CROSSINGS = 20_000_000;

    /** Tells whether a pixel belongs to the hole. */
    @FunctionalInterface
    public interface Test {
        boolean at(int x, int y);
    }

    private final Size size;
    private final BitSet holes; // row by row

    private Mask(Size size, BitSet holes) {
        this.size = size;
        this.holes = holes;
    }

    /** The pixels that pass a test. */
    public static Mask of(Size size, Test hole) {
        BitSet holes = blank(size);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                holes.set(y * size.width() + x, hole.at(x, y));
            }
        }
        return new Mask(size, holes);
    }

    /**
     * The bright pixels of a picture that shows the hole in white: those whose luma (Rec. 601) lies above 127 of 255,
     * so that JPEG noise does no harm. Transparent places, such as an editor's layer beside the strokes, are no hole.
     */
    public static Mask ofBright(Picture drawn) {
        Mask clear = ofTransparent(drawn);
        int width = drawn.size().width();
        BitSet holes = blank(drawn.size());
        for (int y = 0; y < drawn.size().height(); y++) {
            float[] luma = drawn.region(0, y, width, 1).inGray().values();
            for (int x = 0; x < width; x++) {
                holes.set(y * width + x, luma[x] * 255 >= MIDDLE + 0.5f);
            }
        }
        holes.andNot(clear.holes);
        return new Mask(drawn.size(), holes);
    }

    /** The pixels of a picture whose alpha is at most 127 of 255; none where it has no alpha. */
    public static Mask ofTransparent(Picture picture) {
        BitSet holes = blank(picture.size());
        int most =
                picture.depth() == BitDepth.EIGHT ? MIDDLE : (MIDDLE + 1) * 257 - 129; // what 8 bits would round to 127
        picture.alpha().ifPresent(alpha -> {
            for (int i = 0; i < alpha.length; i++) {
                holes.set(i, Short.toUnsignedInt(alpha[i]) <= most);
            }
        });
        return new Mask(picture.size(), holes);
    }

    /**
     * The pixels of regions. Throws IllegalArgumentException, saying which, when one has none within the picture, and
     * when their sides cross its rows so often that marking them would take seconds.
     */
    public static Mask of(Size size, List<Polygon> regions) {
        long crossings = regions.stream()
                .mapToLong(region -> region.crossings(size.height()))
                .sum();
        if (crossings > MOST_CROSSINGS) {
            throw new IllegalArgumentException(
                    "the sides of the regions cross the picture's %d rows %d times, allowed are %d; send a mask instead"
                            .formatted(size.height(), crossings, MOST_CROSSINGS));
        }
        BitSet holes = blank(size);
        for (int i = 0; i < regions.size(); i++) {
            if (!regions.get(i).mark(holes, size)) {
                throw new IllegalArgumentException(
                        "region %d holds no pixel of the picture, which is %s".formatted(i + 1, size));
            }
        }
        return new Mask(size, holes);
    }

    private static BitSet blank(Size size) {
        return new BitSet(Math.toIntExact(size.pixels()));
    }

    public Size size() {
        return size;
    }

    /** Whether a pixel is to be filled. */
    public boolean at(int x, int y) {
        return holes.get(y * size.width() + x);
    }

    /** How many pixels are to be filled. */
    public long count() {
        return holes.cardinality();
    }

    /** The share of pixels that are to be filled, 0 to 1. */
    public double coverage() {
        return (double) count() / size.pixels();
    }

    public boolean isEmpty() {
        return holes.isEmpty();
    }

    /** Whether every pixel is to be filled. */
    public boolean isFull() {
        return count() == size.pixels();
    }

    /** The pixels that are not to be filled. */
    public Mask inverted() {
        BitSet inverted = (BitSet) holes.clone();
        inverted.flip(0, Math.toIntExact(size.pixels()));
        return new Mask(size, inverted);
    }

    /** The union of both holes; throws IllegalArgumentException where sizes differ. */
    public Mask union(Mask other) {
        BitSet both = (BitSet) holes.clone();
        both.or(sameSize(other).holes);
        return new Mask(size, both);
    }

    /** This hole less another; throws IllegalArgumentException where sizes differ. */
    public Mask without(Mask other) {
        BitSet rest = (BitSet) holes.clone();
        rest.andNot(sameSize(other).holes);
        return new Mask(size, rest);
    }

    private Mask sameSize(Mask other) {
        if (!other.size.equals(size)) {
            throw new IllegalArgumentException(
                    "masks of %s and %s have no pixels in common".formatted(size, other.size));
        }
        return other;
    }

    /** Grown by this many pixels: with all pixels no further than that from the hole, centre to centre. */
    public Mask grown(int pixels) {
        return pixels == 0
                ? this
                : changedAround(pixels, here -> new Mask(here.size, Neighbourhood.of(here.holes, here.size, pixels)));
    }

    /**
     * Shrunk by this many pixels: the pixels of the hole that lie further than that from every known pixel; places
     * beyond the picture's border do not count as known.
     */
    public Mask core(int pixels) {
        return changedAround(pixels, here -> here.inverted().grown(pixels).inverted());
    }

    /** Changes only the hole and this many pixels around it, which is little in a large picture. */
    private Mask changedAround(int pixels, UnaryOperator<Mask> change) {
        return bounds().map(bounds -> bounds.grown(pixels, size))
                .map(around -> change.apply(part(around)).placed(around, size))
                .orElse(this);
    }

    /** This mask placed in a larger one that has no other hole. */
    private Mask placed(Rectangle place, Size whole) {
        BitSet placed = blank(whole);
        for (int i = holes.nextSetBit(0); i >= 0; i = holes.nextSetBit(i + 1)) {
            placed.set((place.y() + i / size.width()) * whole.width() + place.x() + i % size.width());
        }
        return new Mask(whole, placed);
    }

    /** The hole's part in a rectangle, in a mask as large as this one. */
    public Mask within(Rectangle part) {
        return part(part).placed(part, size);
    }

    /** The mask's part in a rectangle, as a mask of that size. */
    public Mask part(Rectangle part) {
        BitSet cut = blank(part.size());
        for (int y = nextRow(part.y()); y < part.bottom(); y = nextRow(y + 1)) {
            for (int x = next(part.x(), y); x < part.right(); x = next(x + 1, y)) {
                cut.set((y - part.y()) * part.width() + x - part.x());
            }
        }
        return new Mask(part.size(), cut);
    }

    /** Whether the hole has a pixel in a rectangle. */
    public boolean touches(Rectangle part) {
        for (int y = nextRow(part.y()); y < part.bottom(); y = nextRow(y + 1)) {
            if (next(part.x(), y) < part.right()) {
                return true;
            }
        }
        return false;
    }

    /** The smallest rectangle that contains the hole; empty for an empty mask. */
    public Optional<Rectangle> bounds() {
        return bounds(Rectangle.of(size));
    }

    /** The smallest rectangle that contains the part of the hole within a rectangle. */
    Optional<Rectangle> bounds(Rectangle part) {
        int left = part.right();
        int right = part.x();
        int top = part.bottom();
        int bottom = part.y();
        for (int y = nextRow(part.y()); y < part.bottom(); y = nextRow(y + 1)) {
            int first = next(part.x(), y);
            if (first < part.right()) {
                left = Math.min(left, first);
                right = Math.max(right, holes.previousSetBit(y * size.width() + part.right() - 1) % size.width() + 1);
                top = Math.min(top, y);
                bottom = y + 1;
            }
        }
        return left < right ? Optional.of(Rectangle.between(left, top, right, bottom)) : Optional.empty();
    }

    /**
     * Rectangles that together contain the hole, with at least this many pixels between any two, along one axis or the
     * other.
     */
    public List<Rectangle> groups(int apart) {
        return HoleGroups.of(this, apart);
    }

    /**
     * The weight of the fill at each pixel of a rectangle: 0 outside of the hole, 1 inside. With a soft edge the weight
     * rises with the distance d from the nearest known pixel: min(1, d / (feather + 1)). One channel.
     */
    public Pixels weights(Rectangle part, int feather) {
        if (feather == 0) {
            float[] hole = new float[Math.toIntExact(part.size().pixels())];
            part(part).holes.stream().forEach(pixel -> hole[pixel] = 1);
            return new Pixels(part.width(), part.height(), 1, hole);
        }
        Rectangle around = part.grown(feather + 1, size);
        float[] distances = Distances.ofHole(part(around));
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.min(1, distances[i] / (feather + 1));
        }
        return new Pixels(around.width(), around.height(), 1, distances).region(part.moved(-around.x(), -around.y()));
    }

    /**
     * The first row from y on that has a pixel to be filled; the height where there is none. So empty rows are skipped
     * only once.
     */
    int nextRow(int y) {
        if (y >= size.height()) {
            return size.height();
        }
        int next = holes.nextSetBit(y * size.width());
        return next < 0 ? size.height() : next / size.width();
    }

    /** The first column from x on, in row y, whose pixel is to be filled; the width, or more, where there is none. */
    int next(int x, int y) {
        if (x >= size.width()) {
            return size.width();
        }
        int row = y * size.width();
        int next = holes.nextSetBit(row + x);
        return next < 0 ? size.width() : Math.min(size.width(), next - row);
    }
}
