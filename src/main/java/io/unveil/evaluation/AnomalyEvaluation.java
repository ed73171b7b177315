package io.unveil.evaluation;

import io.unveil.anomaly.NormalScores;
import io.unveil.data.InspectionSet;
import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import io.unveil.inference.Inspection;
import io.unveil.inference.Models;
import io.unveil.model.ScoringMethod;
import io.unveil.model.Task;
import io.unveil.pipeline.score.InspectionResult;
import io.unveil.pipeline.score.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How well a model separates normal pictures from anomalous ones and finds the anomalous places: image AUROC, pixel
 * AUROC over all test pixels, AUPRO; for a calibrated model also the rates at its usual threshold.
 */
public final class AnomalyEvaluation {
    private final Models models;
    private final String model;
    private final InspectionSet set;
    private final List<Trial> trials = new ArrayList<>();

    private AnomalyEvaluation(Models models, String model, InspectionSet set) {
        this.models = models;
        this.model = model;
        this.set = set;
    }

    /**
     * Measures some of a model's scorings.
     *
     * @param models must be open for as long as a {@link #report} may be asked for
     * @param scorings at least one, all of them the model's
     * @throws io.unveil.inference.RefusedRequest when the model is unknown, broken or for another task
     */
    public static AnomalyEvaluation run(
            Models models,
            String model,
            List<ScoringMethod> scorings,
            InspectionSet set,
            Evaluation.Progress progress) {
        AnomalyEvaluation evaluation = new AnomalyEvaluation(models, model, set);
        Scoring scoring = new Scoring(models);
        Picture first = set.items().get(0).picture();
        for (ScoringMethod method : scorings) {
            scoring.inspect(first, model, method, Deadline.none()); // so that loading is not counted as time
        }
        int done = 0;
        for (ScoringMethod method : scorings) {
            Trial trial = new Trial(method, evaluation.normal(method));
            for (InspectionSet.Item item : set.items()) {
                Picture picture = item.picture();
                long started = System.nanoTime();
                InspectionResult found = scoring.inspect(picture, model, method, Deadline.none());
                trial.add(item, picture.size(), found, System.nanoTime() - started);
                progress.pictureDone(++done, scorings.size() * set.items().size());
            }
            evaluation.trials.add(trial);
        }
        return evaluation;
    }

    private Optional<NormalScores> normal(ScoringMethod scoring) {
        return models.require(model, Task.ANOMALY).card().inspection().stream()
                .flatMap(inspection -> inspection.scorings().stream())
                .filter(one -> one.method() == scoring)
                .flatMap(one -> one.calibration().stream())
                .map(Inspection.Calibration::scores)
                .findFirst();
    }

    /**
     * A row for each scoring on all pictures, then one for each scoring on each class of anomalies beside the good
     * pictures.
     */
    public Evaluation evaluation() {
        return new Evaluation(
                Optional.of(model),
                Task.ANOMALY,
                set.name(),
                set.items().size(),
                Stream.concat(
                                trials.stream().map(Trial::whole),
                                trials.stream().flatMap(trial -> trial.byClass().stream()))
                        .toList());
    }

    /**
     * An HTML page that needs no network: curves, scores, and the pictures on which the first scoring was most wrong;
     * these are scored again for the page.
     *
     * @param command the command line, shown as it is
     */
    public String report(String command) {
        return new AnomalyEvaluationPage(new Scoring(models), evaluation(), trials, command).page();
    }
}
