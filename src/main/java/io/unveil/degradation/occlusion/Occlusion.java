package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;
import io.unveil.image.Mask;
import io.unveil.image.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A way to hide parts of a picture. Everything is drawn by the program itself from one seeded generator ({@link Draws})
 * on a {@link Canvas}: equal occlusion, size and seed give the same mask on every machine and Java release, with or
 * without a screen and fonts. Sizes in the descriptions are for pictures with a short side of 400 pixels; they grow
 * with larger ones, and shrink with smaller ones down to half.
 */
public sealed interface Occlusion {
    /** What {@link #parse} takes, for messages and help. */
    String FORMS =
            "strokes, text, rectangles, polygons, hairs, scratches, bars, glasses or pixels, as KIND, KIND:SHARE or KIND:LEAST-MOST "
                    + "(of the picture, 0.001 to 0.95); KIND+KIND for two on one picture; union for two kinds drawn at random";

    /** The hole for a picture of this size. */
    Mask draw(Size size, long seed);

    /**
     * Reads {@code strokes}, {@code pixels:0.5}, {@code text:0.05-0.2+scratches}, {@code union}; {@link #FORMS} lists
     * all forms.
     *
     * @throws IllegalArgumentException on an unknown kind or a share that is not a number or out of range
     */
    static Occlusion parse(String text) {
        List<Occlusion> parts = new ArrayList<>();
        for (String part : text.split("\\+", -1)) {
            try {
                parts.add(one(part.strip().toLowerCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "holes '%s': %s; allowed: %s".formatted(text, e.getMessage(), FORMS), e);
            }
        }
        return parts.stream().reduce(Union::new).orElseThrow();
    }

    private static Occlusion one(String part) {
        int colon = part.indexOf(':');
        String word = colon < 0 ? part : part.substring(0, colon).strip();
        Optional<Coverage> coverage =
                colon < 0 ? Optional.empty() : Optional.of(Coverage.parse(part.substring(colon + 1)));
        if (word.equals("union")) {
            if (coverage.isPresent()) {
                throw new IllegalArgumentException("'union' takes no share of its own");
            }
            return new TwoShapes();
        }
        if (word.equals("pixels")) {
            return new RandomPixels(coverage.orElse(RandomPixels.USUAL));
        }
        for (OcclusionShape shape : OcclusionShape.values()) {
            if (word.equals(shape.word())) {
                return new Shapes(shape, coverage.orElse(shape.usual()));
            }
        }
        throw new IllegalArgumentException("'%s' is not a known kind".formatted(word));
    }

    /**
     * Shapes of one kind, drawn one after the other until the share is covered; the last one may exceed it.
     *
     * @param coverage at least this share of the pixels
     */
    record Shapes(OcclusionShape shape, Coverage coverage) implements Occlusion {
        private static final double COMMON_SIDE = 400;

        @Override
        public Mask draw(Size size, long seed) {
            Draws draws = new Draws(seed);
            Canvas canvas = new Canvas(size);
            double scale = Math.max(.5, Math.min(size.width(), size.height()) / COMMON_SIDE);
            double wanted = Math.max(1, coverage.drawn(draws) * size.pixels());
            while (canvas.count() < wanted) {
                shape.brush().draw(canvas, draws, scale);
            }
            return canvas.mask();
        }
    }

    /**
     * Each pixel is hidden independently.
     *
     * @param coverage the probability that a pixel is hidden
     */
    record RandomPixels(Coverage coverage) implements Occlusion {
        static final Coverage USUAL = new Coverage(.1, .9);

        @Override
        public Mask draw(Size size, long seed) {
            Draws draws = new Draws(seed);
            double chance = coverage.drawn(draws);
            return Mask.of(size, (x, y) -> draws.chance(chance));
        }
    }

    /** Everything that one of the two hides. */
    record Union(Occlusion first, Occlusion second) implements Occlusion {
        @Override
        public Mask draw(Size size, long seed) {
            Draws draws = new Draws(seed);
            return first.draw(size, draws.seed()).union(second.draw(size, draws.seed()));
        }
    }

    /** Two different kinds of shapes that occur on photographs, each with its usual coverage. */
    record TwoShapes() implements Occlusion {
        private static final List<OcclusionShape> COMMON =
                List.copyOf(EnumSet.range(OcclusionShape.STROKES, OcclusionShape.SCRATCHES));

        @Override
        public Mask draw(Size size, long seed) {
            Draws draws = new Draws(seed);
            int first = draws.below(COMMON.size());
            int second = (first + 1 + draws.below(COMMON.size() - 1)) % COMMON.size();
            Mask one = COMMON.get(first).usually().draw(size, draws.seed());
            return one.union(COMMON.get(second).usually().draw(size, draws.seed()));
        }
    }
}
