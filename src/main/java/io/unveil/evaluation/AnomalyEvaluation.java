package io.unveil.evaluation;

import io.unveil.anomaly.Auroc;
import io.unveil.anomaly.PixelAuroc;
import io.unveil.data.InspectionSet;
import io.unveil.image.Mask;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.pipeline.Inspected;
import io.unveil.pipeline.Scoring;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How well a model tells normal pictures from anomalous ones, and their places: image AUROC, pixel AUROC over all test pixels. */
public final class AnomalyEvaluation {
    private final Scoring scoring;
    private final String model;
    private final InspectionSet set;
    private final Evaluation.Progress progress;
    private int done;

    private AnomalyEvaluation(Models models, String model, InspectionSet set, Evaluation.Progress progress) {
        this.scoring = new Scoring(models);
        this.model = model;
        this.set = set;
        this.progress = progress;
    }

    /** Measures some of a model's scorings, each on all pictures and on each class of anomalies beside the good ones. */
    public static Evaluation run(
            Models models, String model, List<String> scorings, InspectionSet set, Evaluation.Progress progress) {
        AnomalyEvaluation evaluation = new AnomalyEvaluation(models, model, set, progress);
        List<Evaluation.Row> rows = new ArrayList<>();
        for (String one : scorings) {
            rows.addAll(evaluation.rows(one, scorings.size()));
        }
        return new Evaluation(
                Optional.of(model), "anomaly", set.name(), set.items().size(), rows);
    }

    private static final class Tally {
        private final List<Double> scores = new ArrayList<>();
        private final PixelAuroc pixels = new PixelAuroc();
    }

    private List<Evaluation.Row> rows(String name, int all) {
        Map<String, Tally> kinds = new LinkedHashMap<>();
        for (InspectionSet.Item item : set.items()) {
            if (!item.isGood()) {
                kinds.put(item.kind(), new Tally());
            }
        }
        List<Double> normal = new ArrayList<>();
        Tally whole = new Tally();
        for (InspectionSet.Item item : set.items()) {
            Inspected found = scoring.inspect(item.picture(), model, Optional.of(name), Deadline.none());
            progress.pictureDone(++done, all * set.items().size());
            if (item.isGood()) {
                normal.add(found.score());
            } else {
                whole.scores.add(found.score());
                of(kinds, item).scores.add(found.score());
            }
            if (item.isGood() || item.defect().isPresent()) {
                Mask mask = item.defect().orElseGet(() -> Mask.of(item.picture().size(), (x, y) -> false));
                var map = found.map().enlarged(item.picture().size());
                whole.pixels.add(map, mask);
                if (item.isGood()) {
                    kinds.values().forEach(tally -> tally.pixels.add(map, mask));
                } else {
                    of(kinds, item).pixels.add(map, mask);
                }
            }
        }
        List<Evaluation.Row> rows = new ArrayList<>();
        kinds.forEach((kind, tally) -> rows.add(row("class=" + kind, name, normal, tally)));
        rows.add(row("scoring=" + name, "model", normal, whole));
        return rows;
    }

    private static Tally of(Map<String, Tally> kinds, InspectionSet.Item item) {
        return kinds.computeIfAbsent(item.kind(), kind -> new Tally());
    }

    private static Evaluation.Row row(String condition, String method, List<Double> normal, Tally tally) {
        Map<Measure, Double> figures = new EnumMap<>(Measure.class);
        figures.put(Measure.IMAGE_AUROC, Auroc.of(array(normal), array(tally.scores)));
        figures.put(Measure.PIXEL_AUROC, tally.pixels.value());
        return new Evaluation.Row(condition, method, figures);
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
