package io.unveil.training;

/** The unit of a {@link Sample#score}. A larger score is better. */
public enum ScoreUnit {
    /** The score itself, in dB. */
    PSNR("psnr", "dB") {
        @Override
        public double of(double score) {
            return score;
        }

        /** 8-bit levels: 255 / 10^(PSNR / 20). */
        @Override
        double error(double score) {
            return 255 * Math.pow(10, -score / 20);
        }
    },
    /** The score itself, from 0 to 1: the area under the curve of hits over false alarms, place by place. */
    AUROC("pixelAuroc", "AUROC") {
        @Override
        public double of(double score) {
            return score;
        }

        /** The distance from 1. */
        @Override
        double error(double score) {
            return 1 - score;
        }
    },
    /** The score itself: the mean of the logarithm of the probability that was given to the truth, 0 at best. */
    LOG_LIKELIHOOD("logLikelihood", "log-likelihood") {
        @Override
        public double of(double score) {
            return score;
        }

        /** The distance below certainty. */
        @Override
        double error(double score) {
            return -score;
        }
    },
    /** Minus the score, in the square of the measure's unit. */
    SQUARED_ERROR("mse", "squared error") {
        @Override
        public double of(double score) {
            return -score;
        }

        @Override
        double error(double score) {
            return Math.sqrt(-score);
        }
    };

    private final String word;
    private final String unit;

    ScoreUnit(String word, String unit) {
        this.word = word;
        this.unit = unit;
    }

    /** The name in manifests. */
    public String word() {
        return word;
    }

    public String unit() {
        return unit;
    }

    /** The figure that is shown for a score. */
    public abstract double of(double score);

    /** The root of the mean squared error that a score stands for. */
    abstract double error(double score);
}
