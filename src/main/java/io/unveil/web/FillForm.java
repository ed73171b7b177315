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
 * The parameters of /v1/fill.
 *
 * @param source where the hole is, unless a mask was sent as a picture
 */
record FillForm(
        boolean invert,
        int grow,
        int feather,
        Optional<String> model,
        FillMethod method,
        AnswerForm answer,
        Optional<MaskSource> source) {
    private static final Set<String> PARTS = Set.of(Upload.FILE, Upload.REFERENCE, Upload.MASK);
    static final String ALPHA = "alpha";
    private static final String WAYS = "one of part 'mask', mask=alpha and region; two were sent";
    private static final String NO_MASK =
            "the request does not say what to fill; send the part 'mask', a picture of the same size"
                    + " that is white where the picture is to be filled, or region=" + Regions.EXAMPLE
                    + ", or mask=alpha to fill transparent pixels";
    /** The parameters' names. */
    static final Set<String> KNOWN =
            AnswerForm.with(AnswerForm.FRAMES, Upload.MASK, "region", "invert", "grow", "feather", "model", "method");

    /** Throws {@link InvalidParameter}, and {@link ProblemException} where the request does not say what to fill. */
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
                source(request, given, maskSent));
    }

    FillOptions options(Optional<Picture> mask) {
        MaskSource source = this.source.or(() -> mask.map(MaskSource.Drawn::by)).orElseThrow();
        return new FillOptions(source, invert, grow, feather, model, method);
    }

    /** The hole given by parameters, where no mask was sent as a picture; exactly one of the three ways is allowed. */
    private static Optional<MaskSource> source(HttpServletRequest request, Parameters given, boolean maskSent)
            throws IOException, ServletException {
        boolean nameless = maskSent && Upload.nameless(request, Upload.MASK) > 0; // its bytes are among the parameters
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
