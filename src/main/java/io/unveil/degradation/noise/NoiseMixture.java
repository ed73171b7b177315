package io.unveil.degradation.noise;

import io.unveil.degradation.Bounds;
import io.unveil.degradation.Draws;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Chroma;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Noise of several kinds in given shares, each of a strength between two bounds, even in the logarithm: weak noise is
 * as likely as strong. Now and then one kind comes upon another, and JPEG upon all. Immutable.
 *
 * @param shares of the kinds
 * @param clean weight of no noise at all, among those of the kinds; 0 or more
 * @param twice chance that a second kind is drawn too
 */
public record NoiseMixture(List<Share> shares, double clean, double twice, Compression compression) {
    public NoiseMixture {
        shares = List.copyOf(shares);
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("a mixture of noises needs at least one kind");
        }
        if (!(clean >= 0 && clean < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the weight of no noise must be 0 or more, was " + clean);
        }
        Bounds.check("chance of a second kind of noise", twice, 0, 1, "of the examples");
    }

    /** What may be drawn. */
    public enum Kind {
        /** {@link SensorNoise} of some {@link Camera}, by ISO. */
        SENSOR(102_400),
        /** {@link Noise.Gaussian}, by sigma. */
        GAUSSIAN(100),
        /** {@link Grain} of a size from .4 to 3 pixels, by sigma. */
        GRAIN(100),
        /** {@link Noise.Speckle}, by its relative sigma. */
        SPECKLE(2),
        /** {@link Noise.SaltAndPepper}, by its share. */
        SALT_AND_PEPPER(1),
        /** {@link Noise.DeadPixels}, by their share. */
        DEAD_PIXELS(1),
        /** {@link CameraNoise} of some camera with its own denoising, by ISO. */
        CAMERA(102_400);

        private final double most;

        Kind(double most) {
            this.most = most;
        }

        /** The strongest there is. */
        public double most() {
            return most;
        }

        Noise of(double amount, Draws draws) {
            return switch (this) {
                case SENSOR -> new SensorNoise(amount, Camera.draw(draws));
                case GAUSSIAN -> new Noise.Gaussian(amount);
                case GRAIN -> new Grain(amount, draws.byFactors(.4, 3));
                case SPECKLE -> new Noise.Speckle(amount);
                case SALT_AND_PEPPER -> new Noise.SaltAndPepper(amount);
                case DEAD_PIXELS -> new Noise.DeadPixels(amount);
                case CAMERA -> CameraNoise.draw(amount, draws);
            };
        }
    }

    /**
     * One kind in the mixture.
     *
     * @param weight its share among all, relative; above 0
     * @param from the weakest, above 0
     * @param to the strongest, not below the weakest
     */
    public record Share(Kind kind, double weight, double from, double to) {
        public Share {
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the weight of %s must be above 0, was %s".formatted(kind, weight));
            }
            if (!(from > 0 && from <= to && to <= kind.most())) {
                throw new IllegalArgumentException("the strength of %s must rise within 0 to %s, was %s to %s"
                        .formatted(kind, kind.most(), from, to));
            }
        }
    }

    /**
     * JPEG at the end, whose blocks begin anywhere, as in a part cut out of a photograph; colours halved in two of
     * three.
     *
     * @param share of the examples that are compressed
     * @param from lowest quality, 1 to 100
     * @param to highest quality, drawn evenly between the two
     */
    public record Compression(double share, int from, int to) {
        public Compression {
            Bounds.check("share of JPEG", share, 0, 1, "of the examples");
            Bounds.check("lowest quality of JPEG", from, 1, 100, "whole");
            Bounds.check("highest quality of JPEG", to, from, 100, "whole");
        }

        private Optional<Noise> draw(Draws draws) {
            if (!draws.chance(share)) {
                return Optional.empty();
            }
            Chroma chroma = draws.chance(2 / 3.) ? Chroma.HALVED : Chroma.FULL;
            return Optional.of(OffGrid.of(new Noise.Jpeg(from + draws.below(to - from + 1), chroma), draws));
        }
    }

    /**
     * JPEG of a picture of which some columns at the left and rows at the top were cut off afterwards; those are filled
     * with what they border on.
     */
    record OffGrid(Noise.Jpeg jpeg, int columns, int rows) implements Noise {
        /** With blocks that begin anywhere. */
        static OffGrid of(Noise.Jpeg jpeg, Draws draws) {
            int block = jpeg.chroma() == Chroma.HALVED ? 16 : 8;
            return new OffGrid(jpeg, draws.below(block), draws.below(block));
        }

        @Override
        public Noise belonging(int quality) {
            return jpeg.quality() >= quality ? this : Noise.none();
        }

        @Override
        public Pixels addTo(Pixels picture, long seed) {
            int channels = picture.channels();
            int width = picture.width() + columns;
            int height = picture.height() + rows;
            float[] values = new float[width * height * channels];
            for (int i = 0; i < values.length; i++) {
                int x = Math.max(0, i / channels % width - columns);
                int y = Math.max(0, i / channels / width - rows);
                values[i] = picture.values()[(y * picture.width() + x) * channels + i % channels];
            }
            return jpeg.addTo(new Pixels(width, height, channels, values), seed)
                    .region(columns, rows, picture.width(), picture.height());
        }
    }

    /** Draws the noise of one example; not clipped where there is no JPEG. */
    public Noise draw(Draws draws) {
        List<Noise> noises = new ArrayList<>();
        one(draws).ifPresent(noises::add);
        if (!noises.isEmpty() && draws.chance(twice)) {
            one(draws).ifPresent(noises::add);
        }
        compression.draw(draws).ifPresent(noises::add);
        return new Noise.InTurn(noises);
    }

    private Optional<Noise> one(Draws draws) {
        double sum = clean + shares.stream().mapToDouble(Share::weight).sum();
        double drawn = draws.uniform() * sum;
        for (Share share : shares) {
            drawn -= share.weight();
            if (drawn < 0) {
                return Optional.of(share.kind().of(draws.byFactors(share.from(), share.to()), draws));
            }
        }
        return Optional.empty();
    }
}
