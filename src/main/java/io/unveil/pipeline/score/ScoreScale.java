package io.unveil.pipeline.score;

import io.unveil.anomaly.NormalScores;
import io.unveil.inference.Inspection;
import io.unveil.model.ScoringMethod;
import java.util.Optional;

/** Maps the raw numbers of a scoring to the callers' scale from 0 to 1. */
sealed interface ScoreScale {
    /** The score of a picture. */
    double ofPicture(double raw);

    /** The score of a place of its map. */
    double ofPlace(double raw);

    /** The raw number of a place with a given score: the inverse of the score of a place. */
    double place(double score);

    /** The heat of a place in a heatmap: 1/2 at the threshold. */
    double heat(double raw, double threshold);

    static ScoreScale of(Inspection.Scoring scoring) {
        Optional<Inspection.Calibration> calibration = scoring.calibration();
        return calibration.isPresent() ? new Calibrated(calibration.get()) : Uncalibrated.of(scoring.method());
    }

    /** The score is the share of normal pictures below. */
    record Calibrated(Inspection.Calibration calibration) implements ScoreScale {
        /** Thresholds between which heat is defined; 0 and 1 lie infinitely far away. */
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

        /**
         * The highest place of the median normal picture has heat 1/4, and the scale is as long again above the
         * threshold.
         */
        @Override
        public double heat(double raw, double threshold) {
            NormalScores peaks = calibration.peaks();
            double limit = peaks.quantile(Math.max(LEAST, Math.min(MOST, threshold)));
            double unit = Math.max(1e-9, limit - peaks.median());
            return 0.5 + 0.25 * (raw - limit) / unit;
        }
    }

    /**
     * A larger score means more anomalous, without further meaning.
     *
     * @param picture maps the picture's score to [0, 1]
     * @param place maps the scores of its places to [0, 1]
     */
    record Uncalibrated(Curve picture, Curve place) implements ScoreScale {
        static Uncalibrated of(ScoringMethod scoring) {
            return switch (scoring) {
                case SEGMENTATION, AGREEMENT, REPAIR -> new Uncalibrated(Curve.ODDS, Curve.ODDS);
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

    /** Maps an unbounded raw number to [0, 1]. */
    enum Curve {
        /** The probability of a logarithm of odds. */
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
        /** e / (1 + e) for an error e. */
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
