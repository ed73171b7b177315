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
    private static final String MASK_FROM = "mask-from";
    private static final String WAYS = "one of part 'mask', mask-from=alpha and region; two were sent";
    private static final String NO_MASK =
            "the request does not say what to fill; send the part 'mask', a picture of the same size"
                    + " that is white where the picture is to be filled, or region=" + Regions.EXAMPLE
                    + ", or mask-from=alpha to fill transparent pixels";
    /** The parameters' names. */
    static final Set<String> KNOWN = AnswerForm.with(
            AnswerForm.FRAMES, Upload.MASK, MASK_FROM, "region", "invert", "grow", "feather", "model", "method");

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
        Optional<String> alpha = alpha(given, MASK_FROM, "'alpha'")
                .or(() -> nameless
                        ? Optional.empty()
                        : alpha(given, Upload.MASK, "'alpha', or a picture as part 'mask'"));
        Optional<String> region = given.text("region").filter(word -> !word.isEmpty());
        if (alpha.isPresent() && maskSent) {
            throw new InvalidParameter(alpha.get(), ALPHA, WAYS);
        }
        if (region.isPresent() && (alpha.isPresent() || maskSent)) {
            throw new InvalidParameter("region", region.get(), WAYS);
        }
        if (region.isEmpty() && alpha.isEmpty() && !maskSent) {
            throw new ProblemException(Problem.MISSING_IMAGE, NO_MASK);
        }
        return alpha.isPresent() ? Optional.of(new MaskSource.Alpha()) : region.map(Regions::parse);
    }

    /** The parameter's name, where it says that the picture's alpha is the mask; mask=alpha is the older spelling. */
    private static Optional<String> alpha(Parameters given, String name, String allowed) {
        Optional<String> word = given.text(name).filter(sent -> !sent.isEmpty());
        word.filter(sent -> !sent.equals(ALPHA)).ifPresent(sent -> {
            throw new InvalidParameter(name, sent, allowed);
        });
        return word.map(sent -> name);
    }
}
