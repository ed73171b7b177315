package io.unveil.pipeline.fill;

import io.unveil.filling.Fill;
import io.unveil.filling.HarmonicFill;
import io.unveil.image.Halving;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.inference.Deadline;
import io.unveil.inference.Model;
import java.time.Duration;

/**
 * Fills by a network: it reads a first fill - 1/2 and the mask, 1 in the hole, and gives a correction that is added in the hole. The first fill is
 * the harmonic one. In the middle of a hole that is wider than the network sees it would find nothing but smoothness; such a hole is first filled at
 * half the size, where it is half as wide, and that fill, enlarged, is what it starts from. Only tiles that touch the hole are run.
 *
 * <p>For one request: it keeps its deadline and counts what it did.
 */
final class NetworkFill implements Fill {
    /** Pixels of a hole further than this from every known one are out of sight: chosen on holes up to 62 pixels wide. */
    static final int SIGHT = 24;

    private final Model model;
    private final Deadline deadline;
    private final Fill harmonic;
    private final int sight;
    private Duration queue = Duration.ZERO;
    private int tiles;

    NetworkFill(Model model, Deadline deadline, int sight) {
        this.model = model;
        this.deadline = deadline;
        this.harmonic = new HarmonicFill(deadline::check);
        this.sight = sight;
    }

    @Override
    public Pixels fill(Pixels picture, Mask hole) {
        boolean narrow = hole.core(sight).isEmpty();
        return corrected(narrow ? harmonic.fill(picture, hole) : fromHalf(picture, hole), hole);
    }

    /** How long tiles waited for a free worker so far. */
    Duration queue() {
        return queue;
    }

    /** How many tiles were run so far. */
    int tiles() {
        return tiles;
    }

    /** The fill at half the size, enlarged and bent to meet the rim: what it misses there is carried into the hole harmonically. */
    private Pixels fromHalf(Pixels picture, Mask hole) {
        HalvedHole half = HalvedHole.of(picture, hole);
        Pixels guess = Halving.enlarged(fill(half.picture(), half.hole()), Rectangle.of(picture.size()));
        Pixels carried = harmonic.fill(sum(picture, guess, -1), hole);
        return HalvedHole.patched(picture, hole, sum(carried, guess, 1));
    }

    private static Pixels sum(Pixels a, Pixels b, int sign) {
        float[] values = a.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += sign * b.values()[i];
        }
        return new Pixels(a.width(), a.height(), a.channels(), values);
    }

    private Pixels corrected(Pixels start, Mask hole) {
        return hole.bounds()
                .map(bounds -> corrected(start, hole, bounds.grown(model.card().overlap(), start.size())))
                .orElse(start);
    }

    private Pixels corrected(Pixels start, Mask hole, Rectangle part) {
        Mask here = hole.part(part);
        Pixels planes = planes(start.region(part), here);
        float[] values = start.values().clone();
        queue = queue.plus(model.run(
                part.size(),
                tile -> here.touches(tile.place()),
                (tile, network) -> tile.kept(network.apply(tile.read(planes))),
                (tile, correction) -> {
                    tiles++;
                    correct(values, start, correction, tile.place().moved(part.x(), part.y()), hole);
                },
                deadline));
        return new Pixels(start.width(), start.height(), start.channels(), values);
    }

    /** What the network reads: the first fill around zero, a gray one in each of its planes, then the mask. */
    private Pixels planes(Pixels start, Mask hole) {
        int channels = model.card().channels();
        int inputs = channels + 1;
        float[] values = new float[start.width() * start.height() * inputs];
        for (int pixel = 0; pixel < start.width() * start.height(); pixel++) {
            for (int c = 0; c < channels; c++) {
                values[pixel * inputs + c] = start.values()[pixel * start.channels() + c % start.channels()] - 0.5f;
            }
            values[pixel * inputs + channels] = hole.at(pixel % start.width(), pixel / start.width()) ? 1 : 0;
        }
        return new Pixels(start.width(), start.height(), inputs, values);
    }

    /** Adds a tile's correction in the hole; that of a gray picture is the mean of what all the network's planes say. */
    private static void correct(float[] values, Pixels start, Pixels correction, Rectangle place, Mask hole) {
        int channels = start.channels();
        float share = (float) channels / correction.channels();
        int from = 0;
        for (int y = place.y(); y < place.bottom(); y++) {
            for (int x = place.x(); x < place.right(); x++, from += correction.channels()) {
                if (hole.at(x, y)) {
                    int to = (y * start.width() + x) * channels;
                    for (int plane = 0; plane < correction.channels(); plane++) {
                        values[to + plane % channels] += share * correction.values()[from + plane];
                    }
                }
            }
        }
    }
}
