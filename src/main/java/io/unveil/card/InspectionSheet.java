package io.unveil.card;

import io.unveil.data.InspectionSet;
import io.unveil.image.BitDepth;
import io.unveil.image.Collage;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.pipeline.score.AnomalyView;
import io.unveil.pipeline.score.ScoreOptions;
import io.unveil.pipeline.score.Scored;
import io.unveil.pipeline.score.Scoring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Samples of a model's work: one column per picture, above as it is, below with its anomalous places.
 *
 * @param captions one per picture
 */
public record InspectionSheet(Picture sheet, List<String> captions) {
    private static final int SIDE = 160;
    private static final int GAP = 4;
    private static final int MOST = 6;

    /** The first picture of each kind, the good one first. */
    public static InspectionSheet of(Models models, String model, InspectionSet set) {
        Scoring scoring = new Scoring(models);
        ScoreOptions options = new ScoreOptions(
                Optional.of(model), Optional.empty(), Optional.empty(), Optional.of(AnomalyView.OVERLAY));
        List<String> captions = new ArrayList<>();
        List<InspectionSet.Item> shown = shown(set);
        int width = shown.size() * (SIDE + GAP) - GAP;
        Collage sheet = Collage.white(width, 2 * SIDE + GAP, 3);
        for (int i = 0; i < shown.size(); i++) {
            Picture picture = shown.get(i).picture();
            Scored scored = scoring.score(picture, options, Deadline.none());
            sheet.put(small(picture), i * (SIDE + GAP), 0);
            sheet.put(small(scored.view().orElseThrow()), i * (SIDE + GAP), SIDE + GAP);
            captions.add(String.format(
                    Locale.ROOT,
                    "%s, score %.3f",
                    shown.get(i).kind(),
                    scored.verdict().score()));
        }
        return new InspectionSheet(Picture.of(sheet.pixels(), BitDepth.EIGHT, Format.JPEG), captions);
    }

    private static List<InspectionSet.Item> shown(InspectionSet set) {
        Map<String, InspectionSet.Item> first = new LinkedHashMap<>();
        set.items().stream().filter(InspectionSet.Item::isGood).forEach(item -> first.putIfAbsent(item.kind(), item));
        set.items().forEach(item -> first.putIfAbsent(item.kind(), item));
        return first.values().stream().limit(MOST).toList();
    }

    private static Pixels small(Picture picture) {
        return Resampling.resized(picture.pixels(), new Size(SIDE, SIDE));
    }
}
