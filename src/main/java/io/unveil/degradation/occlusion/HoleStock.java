package io.unveil.degradation.occlusion;

import io.unveil.degradation.Draws;
import io.unveil.image.Mask;
import io.unveil.image.Size;
import java.util.ArrayList;
import java.util.List;

/** Holes of one kind, ready to be put on examples. */
@FunctionalInterface
interface HoleStock {
    /** Adds a hole to the pixels already covered: width x height, row by row. */
    void cover(int width, int height, boolean[] into, Draws draws);

    /** Draws each hole anew, in sizes that suit the picture. */
    static HoleStock fresh(Occlusion kind) {
        return (width, height, into, own) -> {
            Mask mask = kind.draw(new Size(width, height), own.seed());
            for (int i = 0; i < into.length; i++) {
                into[i] |= mask.at(i % width, i / width);
            }
        };
    }

    /** For patches: draws large pages beforehand. */
    static HoleStock paged(Occlusion kind, Draws draws) {
        if (kind instanceof Occlusion.RandomPixels pixels) {
            return (width, height, into, own) -> scatter(pixels.coverage().drawn(own), into, own);
        }
        if (kind instanceof Occlusion.Union union) {
            HoleStock first = paged(union.first(), draws);
            HoleStock second = paged(union.second(), draws);
            return (width, height, into, own) -> {
                first.cover(width, height, into, own);
                second.cover(width, height, into, own);
            };
        }
        return Pages.of(kind, draws);
    }

    private static void scatter(double chance, boolean[] into, Draws draws) {
        for (int i = 0; i < into.length; i++) {
            into[i] |= draws.chance(chance);
        }
    }

    /**
     * Large drawings, from which patches are cut.
     *
     * @param pages row by row, whether a pixel is covered
     */
    record Pages(List<boolean[]> pages) implements HoleStock {
        private static final int PAGES = 48;
        private static final int SIDE = 400;

        static Pages of(Occlusion kind, Draws draws) {
            List<boolean[]> pages = new ArrayList<>();
            for (int i = 0; i < PAGES; i++) {
                Mask mask = kind.draw(new Size(SIDE, SIDE), draws.seed());
                boolean[] page = new boolean[SIDE * SIDE];
                for (int j = 0; j < page.length; j++) {
                    page[j] = mask.at(j % SIDE, j / SIDE);
                }
                pages.add(page);
            }
            return new Pages(List.copyOf(pages));
        }

        @Override
        public void cover(int width, int height, boolean[] into, Draws draws) {
            if (Math.max(width, height) > SIDE) {
                throw new IllegalArgumentException(
                        "holes for patches are cut from pages of %d x %1$d pixels, %d x %d do not fit"
                                .formatted(SIDE, width, height));
            }
            boolean[] page = pages.get(draws.below(pages.size()));
            int turn = draws.below(8);
            boolean swapped = (turn & 4) != 0;
            int left = draws.below(SIDE - (swapped ? height : width) + 1);
            int top = draws.below(SIDE - (swapped ? width : height) + 1);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int i = (turn & 1) == 0 ? x : width - 1 - x;
                    int j = (turn & 2) == 0 ? y : height - 1 - y;
                    int from = swapped ? (top + i) * SIDE + left + j : (top + j) * SIDE + left + i;
                    into[y * width + x] |= page[from];
                }
            }
        }
    }
}
