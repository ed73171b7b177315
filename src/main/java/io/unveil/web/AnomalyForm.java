package io.unveil.web;

import io.unveil.pipeline.score.AnomalyView;
import io.unveil.pipeline.score.ScoreOptions;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller of /v1/anomaly can set.
 *
 * @param view what a picture answer shows, told or not
 */
record AnomalyForm(ScoreOptions wish, AnomalyView view, AnswerForm answer) {
    /** What include may ask for besides the picture: the scores of all places. */
    static final String MAP = "map";

    private static final Set<String> PARTS = Set.of(Upload.FILE);
    /** The parameters' names. */
    static final Set<String> KNOWN = AnswerForm.with("model", "threshold", "view", "scoring");

    /** A view that is neither told nor sent is not drawn. Throws {@link io.unveil.pipeline.InvalidParameter}. */
    static AnomalyForm of(HttpServletRequest request, Answer form) throws IOException, ServletException {
        Upload.requireParts(request, PARTS);
        Parameters given = Parameters.of(request, KNOWN, PARTS);
        AnswerForm answer = AnswerForm.of(given, List.of("output", MAP));
        Optional<AnomalyView> told = given.text("view").map(AnomalyView::parse);
        boolean sent = form instanceof Answer.Image || answer.includeOutput();
        AnomalyView view = told.orElse(AnomalyView.HEATMAP);
        ScoreOptions wish = new ScoreOptions(
                given.text("model"),
                given.text("scoring"),
                given.text("threshold").map(ScoreOptions::parseThreshold),
                sent ? Optional.of(view) : told);
        return new AnomalyForm(wish, view, answer);
    }
}
