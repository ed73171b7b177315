package io.unveil.pipeline.score;

import io.unveil.anomaly.NormalScores;
import io.unveil.inference.Inspection;
import java.util.Optional;

/** Puts the raw numbers of a scoring on the scale from 0 to 1 that callers see. */
sealed interface ScoreScale {
    /** The score of a picture. */
    double ofPicture(double raw);

    /** The score of a place of its map. */
    double ofPlace(double raw);

    /** The raw number of a place that comes to a score. */
    double place(double score);

    /** How hot a place is to look: 1/2 at the threshold. */
    double heat(double raw, double threshold);

    static ScoreScale of(Inspection.Scoring scoring) {
        Optional<Inspection.Calibration> calibration = scoring.calibration();
        return calibration.isPresent() ? new Calibrated(calibration.get()) : Uncalibrated.of(scoring.name());
    }

    /** A score is the share of normal pictures below. */
    record Calibrated(Inspection.Calibration calibration) implements ScoreScale {
        /** Thresholds between which heat can be told; 0 and 1 lie infinitely far away. */
        private static final double LEAST = 0.6;

        private static final double MOST = 1 - 1e-9;

        @Override
        public double ofPicture(double raw) {
            return calibration.scores().share(raw);
        }

        @Override
        public double ofPlace(double raw) {
            return calibration.peaks().share(raw);
        }

        @Override
        public double place(double score) {
            return calibration.peaks().quantile(score);
        }

        /** The hottest place of the median normal picture lies at 1/4, and the scale is as long again above the threshold. */
        @Override
        public double heat(double raw, double threshold) {
            NormalScores peaks = calibration.peaks();
            double limit = peaks.quantile(Math.max(LEAST, Math.min(MOST, threshold)));
            double unit = Math.max(1e-9, limit - peaks.median());
            return 0.5 + 0.25 * (raw - limit) / unit;
        }
    }

    /**
     * A score is larger for what the network finds odder, and no more than that.
     *
     * @param picture how its score is brought between 0 and 1
     * @param place how those of its places are
     */
    record Uncalibrated(Curve picture, Curve place) implements ScoreScale {
        static Uncalibrated of(String scoring) {
            return switch (ScoringMethod.of(scoring)) {
                case SEGMENTATION, REPAIR -> new Uncalibrated(Curve.ODDS, Curve.ODDS);
                case TRANSFORMS -> new Uncalibrated(Curve.ODDS, Curve.ERROR);
                case SQUARED_ERROR, SSIM, GRADIENT, INPAINTING, NEIGHBOURS, WHOLE ->
                    new Uncalibrated(Curve.ERROR, Curve.ERROR);
            };
        }

        @Override
        public double ofPicture(double raw) {
            return picture.score(raw);
        }

        @Override
        public double ofPlace(double raw) {
            return place.score(raw);
        }

        @Override
        public double place(double score) {
            return place.raw(score);
        }

        @Override
        public double heat(double raw, double threshold) {
            double score = ofPlace(raw);
            return score < threshold
                    ? 0.5 * score / threshold
                    : 0.5 + 0.5 * (score - threshold) / Math.max(Double.MIN_NORMAL, 1 - threshold);
        }
    }

    /** How a raw number without an end is brought between 0 and 1. */
    enum Curve {
        /** The logarithm of odds made a probability. */
        ODDS {
            @Override
            double score(double raw) {
                return 1 / (1 + Math.exp(-raw));
            }

            @Override
            double raw(double score) {
                return Math.log(score / (1 - score));
            }
        },
        /** An error e made e / (1 + e). */
        ERROR {
            @Override
            double score(double raw) {
                return Math.max(0, raw) / (1 + Math.max(0, raw));
            }

            @Override
            double raw(double score) {
                return score / (1 - score);
            }
        };

        abstract double score(double raw);

        abstract double raw(double score);
    }
}
