package io.unveil.web;

import io.unveil.pipeline.score.AnomalyView;
import io.unveil.pipeline.score.ScoreOptions;
import io.unveil.pipeline.score.Threshold;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of /v1/anomaly.
 *
 * @param view what a picture answer shows, whether requested or by default
 */
record AnomalyForm(ScoreOptions options, AnomalyView view, AnswerForm answer) {
    /** What include may ask for besides the picture: the scores of all places. */
    static final String MAP = "map";

    private static final Set<String> PARTS = Set.of(Upload.FILE);
    /** The parameters' names. */
    static final Set<String> KNOWN = AnswerForm.with(AnswerForm.FRAMES, "model", "threshold", "view", "scoring");

    /** A view that is neither requested nor sent is not drawn. Throws {@link io.unveil.pipeline.InvalidParameter}. */
    static AnomalyForm of(HttpServletRequest request, Answer form) throws IOException, ServletException {
        Upload.requireParts(request, PARTS);
        Parameters given = Parameters.of(request, KNOWN, PARTS);
        AnswerForm answer = AnswerForm.of(given, List.of("output", MAP));
        Optional<AnomalyView> requested = given.text("view").map(AnomalyView::parse);
        boolean sent = form instanceof Answer.Image || answer.includeOutput();
        AnomalyView view = requested.orElse(AnomalyView.HEATMAP);
        ScoreOptions options = new ScoreOptions(
                given.text("model"),
                given.text("scoring"),
                given.text("threshold").map(Threshold::parse),
                sent ? Optional.of(view) : requested);
        return new AnomalyForm(options, view, answer);
    }
}
