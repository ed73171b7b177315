package io.unveil.web;

import io.unveil.image.Picture;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.fill.FillMethod;
import io.unveil.pipeline.fill.FillOptions;
import io.unveil.pipeline.fill.MaskSource;
import io.unveil.pipeline.fill.Regions;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller of /v1/fill can set.
 *
 * @param told where the hole is, unless a picture of it was sent
 */
record FillForm(
        boolean invert,
        int grow,
        int feather,
        Optional<String> model,
        FillMethod method,
        AnswerForm answer,
        Optional<MaskSource> told) {
    private static final Set<String> PARTS = Set.of(Upload.FILE, Upload.REFERENCE, Upload.MASK);
    static final String ALPHA = "alpha";
    private static final String WAYS = "one of part 'mask', mask=alpha and region; two came";
    private static final String NO_MASK = "nothing says what to fill; send the part 'mask', a picture of the same size"
            + " with white for what is to be filled, or region=" + Regions.EXAMPLE
            + ", or mask=alpha for what is transparent";
    /** The parameters' names. */
    static final Set<String> KNOWN =
            AnswerForm.with(Upload.MASK, "region", "invert", "grow", "feather", "model", "method");

    /** Throws {@link InvalidParameter}, and {@link ProblemException} where nothing says what to fill. */
    static FillForm of(HttpServletRequest request, boolean maskSent) throws IOException, ServletException {
        Upload.requireParts(request, PARTS);
        Parameters given = Parameters.of(request, KNOWN, PARTS);
        return new FillForm(
                given.flag("invert"),
                given.text("grow").map(FillOptions::parseGrow).orElse(0),
                given.text("feather").map(FillOptions::parseFeather).orElse(0),
                given.text("model"),
                given.text("method").map(FillMethod::parse).orElse(FillMethod.AUTO),
                AnswerForm.of(given),
                told(request, given, maskSent));
    }

    FillOptions wish(Optional<Picture> mask) {
        MaskSource source = told.or(() -> mask.map(MaskSource.Drawn::by)).orElseThrow();
        return new FillOptions(source, invert, grow, feather, model, method);
    }

    /** The mask that parameters tell of, where no picture of it was sent; one way of the three, and not two. */
    private static Optional<MaskSource> told(HttpServletRequest request, Parameters given, boolean maskSent)
            throws IOException, ServletException {
        boolean nameless =
                maskSent && Upload.nameless(request, Upload.MASK) > 0; // its bytes stand among the parameters
        Optional<String> mask = given.text(Upload.MASK).filter(word -> !word.isEmpty() && !nameless);
        mask.filter(word -> !word.equals(ALPHA)).ifPresent(word -> {
            throw new InvalidParameter(Upload.MASK, word, "'alpha', or a picture as part 'mask'");
        });
        Optional<String> region = given.text("region").filter(word -> !word.isEmpty());
        if (mask.isPresent() && maskSent) {
            throw new InvalidParameter(Upload.MASK, ALPHA, WAYS);
        }
        if (region.isPresent() && (mask.isPresent() || maskSent)) {
            throw new InvalidParameter("region", region.get(), WAYS);
        }
        if (region.isEmpty() && mask.isEmpty() && !maskSent) {
            throw new ProblemException(Problem.MISSING_IMAGE, NO_MASK);
        }
        return mask.isPresent() ? Optional.of(new MaskSource.Alpha()) : region.map(Regions::parse);
    }
}
