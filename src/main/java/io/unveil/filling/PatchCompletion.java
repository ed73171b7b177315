package io.unveil.filling;

import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fills a hole with patches from the picture around it. Patches of 7 x 7 pixels are matched with known ones and then
 * vote for the pixels below them; the two take turns, from a small picture up to full size (Wexler, Shechtman and Irani
 * 2007, with the search of {@link PatchField}; roughness is compared too, as in Newson, Almansa, Gousseau and Perez,
 * "Non-local patch-based image inpainting", Image Processing On Line 7, 2017). It makes texture and continues edges,
 * where smooth fills make a blur; it invents nothing, and may well repeat or misplace what it copies.
 *
 * <p>Equal picture, mask, start and seed give equal bits on every machine. Time grows with the hole, not with the
 * picture: it copies only from the hole's neighbourhood.
 */
public final class PatchCompletion implements Fill {
    private static final int LEAST_MARGIN = 48;
    private static final int MOST_MARGIN = 400;
    private static final int BLOCK = 1024;
    private static final int FIRST_TURNS = 20; // where all is decided, and a turn costs next to nothing
    private static final int FIRST_SEARCHES = 4;
    private static final int SEARCHES = 2;
    /**
     * Radius of the random search, in pixels, times the level, which is 0 at full size: the larger the picture, the
     * nearer the best match is to the one found before.
     */
    private static final int REACH = 16;

    private final Fill start;
    private final long seed;
    private final Interruption interruption;

    /** @param start makes the first guess of the whole hole; the rim counts more */
    public PatchCompletion(Fill start, long seed, Interruption interruption) {
        this.start = start;
        this.seed = seed;
        this.interruption = interruption;
    }

    @Override
    public Pixels fill(Pixels picture, Mask hole) {
        Pixels started = start.fill(picture, hole);
        Pixels filled = new Pixels(
                picture.width(),
                picture.height(),
                picture.channels(),
                started.values().clone());
        for (Rectangle group : hole.groups(LEAST_MARGIN)) {
            for (Rectangle block : blocks(group)) {
                if (hole.touches(block)) {
                    int margin = Math.max(LEAST_MARGIN, Math.max(block.width(), block.height()));
                    Rectangle area = block.grown(Math.min(MOST_MARGIN, margin), picture.size());
                    HoleWindow window = HoleWindow.cut(started, area, hole, block);
                    window.write(completed(window, HoleWindow.marks(area, hole, area)), filled);
                }
            }
        }
        return filled;
    }

    /**
     * Parts of about equal size, none of them large, so that a scratch across a photograph does not cost the memory of
     * its bounding box.
     */
    static List<Rectangle> blocks(Rectangle group) {
        int across = Math.max(1, Math.round((float) group.width() / BLOCK));
        int down = Math.max(1, Math.round((float) group.height() / BLOCK));
        List<Rectangle> blocks = new ArrayList<>();
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                blocks.add(Rectangle.between(
                        group.x() + group.width() * column / across,
                        group.y() + group.height() * row / down,
                        group.x() + group.width() * (column + 1) / across,
                        group.y() + group.height() * (row + 1) / down));
            }
        }
        return blocks;
    }

    private float[] completed(HoleWindow window, boolean[] unknown) {
        PatchLevel whole = withTexture(window, unknown);
        complete(whole.pyramid(), window.channels(), new SplittableRandom(seed));
        float[] colours = new float[window.values().length];
        for (int i = 0; i < unknown.length; i++) {
            System.arraycopy(whole.values(), i * whole.channels(), colours, i * window.channels(), window.channels());
        }
        return colours;
    }

    private PatchLevel withTexture(HoleWindow window, boolean[] unknown) {
        int colours = window.channels();
        int channels = colours + Texture.CHANNELS;
        float[] texture = Texture.of(window.values(), unknown, window.width(), window.height(), colours, interruption);
        float[] both = new float[unknown.length * channels];
        for (int i = 0; i < unknown.length; i++) {
            System.arraycopy(window.values(), i * colours, both, i * channels, colours);
            System.arraycopy(texture, i * Texture.CHANNELS, both, i * channels + colours, Texture.CHANNELS);
        }
        return new PatchLevel(both, window.hole(), unknown, window.width(), window.height(), channels);
    }

    /**
     * Leaves the start where a level has nothing to copy from. At full size, where most of the time goes, matches only
     * spread from neighbour to neighbour.
     */
    private void complete(List<PatchLevel> levels, int colours, SplittableRandom random) {
        PatchField field = new PatchField(levels.get(levels.size() - 1), interruption);
        if (field.possible()) {
            field.matchAtRandom(random);
            field.measure();
            takeTurns(field, new PatchVote(field), FIRST_TURNS, FIRST_SEARCHES, field.extent(), random);
            for (int i = levels.size() - 2; i >= 0; i--) {
                PatchField finer = new PatchField(levels.get(i), interruption);
                PatchVote vote = new PatchVote(finer);
                finer.matchAs(field, random);
                vote.take();
                finer.measure();
                takeTurns(finer, vote, 2 + 2 * i, SEARCHES, REACH * i, random);
                field = finer;
            }
            new PatchBlend(field, colours).blend();
        }
    }

    private static void takeTurns(
            PatchField field, PatchVote vote, int turns, int searches, int reach, SplittableRandom random) {
        for (int turn = 0; turn < turns; turn++) {
            for (int search = 0; search < searches; search++) {
                field.search(search % 2 == 0, reach, random);
            }
            vote.takeLikely();
            field.measure();
        }
    }
}
