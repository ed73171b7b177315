package io.unveil.cli;

import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.score.AnomalyView;
import io.unveil.pipeline.score.ScoreOptions;
import io.unveil.pipeline.score.Threshold;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The parameters of scoring; the same wherever pictures are scored from a command line. */
public final class ScoreFlags {
    @Option(
            names = "--model",
            description =
                    "Name of a model (default: anomaly-surfaces, which is shipped, or else the only one that there is).")
    private @Nullable String model;

    @Option(names = "--scoring", description = "One of the model's scorings (default: its first).")
    private @Nullable String scoring;

    @Option(
            names = "--threshold",
            description =
                    "Pictures with at least this score are anomalous: 0 to 1 (default: 0.99, one false alarm in a hundred normal pictures; 0.5 for a model that was never calibrated), or balanced, where as many drawn defects are missed as there are false alarms.")
    private @Nullable String threshold;

    /**
     * Throws {@link InvalidParameter}.
     *
     * @param view to draw; empty = none
     */
    public ScoreOptions options(Optional<AnomalyView> view) {
        return new ScoreOptions(
                Optional.ofNullable(model),
                Optional.ofNullable(scoring),
                Optional.ofNullable(threshold).map(Threshold::parse),
                view);
    }
}
