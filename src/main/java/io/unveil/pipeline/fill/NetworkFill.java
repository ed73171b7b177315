package io.unveil.pipeline.fill;

import io.unveil.filling.Fill;
import io.unveil.filling.HarmonicFill;
import io.unveil.image.Halving;
import io.unveil.image.Mask;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.inference.Deadline;
import io.unveil.inference.Model;
import io.unveil.model.HoleCorrection;
import java.time.Duration;

/**
 * Fills by a network, which corrects a first fill ({@link HoleCorrection}). The first fill is the harmonic one. In the
 * middle of a hole wider than its receptive field it would see only this smooth fill. Such a hole is first filled at
 * half the size, where it is half as wide, and the network starts from that fill, enlarged. Only tiles that touch the
 * hole are run.
 *
 * <p>For one request: it has the request's deadline and counts its tiles.
 */
final class NetworkFill implements Fill {
    /**
     * Pixels of a hole further than this from every known pixel count as out of sight; chosen on holes up to 62 pixels
     * wide.
     */
    static final int SIGHT = 24;

    private final Model model;
    private final HoleCorrection convention;
    private final Deadline deadline;
    private final Fill harmonic;
    private final int sight;
    private Duration queue = Duration.ZERO;
    private int tiles;

    NetworkFill(Model model, Deadline deadline, int sight) {
        this.model = model;
        this.convention = model.card().convention(HoleCorrection.class);
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

    /**
     * The fill at half the size, enlarged and corrected to meet the rim: its error there is continued harmonically into
     * the hole.
     */
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
        Pixels planes = convention.planes(start.region(part), here);
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

    /** Puts a tile's corrected fill where it belongs. */
    private void correct(float[] values, Pixels start, Pixels correction, Rectangle place, Mask hole) {
        Pixels corrected = convention.answer(start.region(place), hole.part(place), correction);
        int row = place.width() * start.channels();
        for (int y = 0; y < place.height(); y++) {
            int to = ((place.y() + y) * start.width() + place.x()) * start.channels();
            System.arraycopy(corrected.values(), y * row, values, to, row);
        }
    }
}
