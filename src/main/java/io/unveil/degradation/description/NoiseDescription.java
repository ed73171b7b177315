package io.unveil.degradation.description;

import io.unveil.degradation.noise.NoiseAt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What noise a picture has, as far as the picture alone tells.
 *
 * @param kind what prevails
 * @param sigma standard deviation of the noise in 8-bit levels, over all channels; of impulses, the root mean square
 *     error that they make; 0 for marks of JPEG
 * @param white standard deviation of the part that is white and equally strong everywhere, 8-bit levels: what a
 *     denoiser for such noise can be given
 * @param lumaLength distance in pixels at which the noise of the brightness has lost all but 1/e of its correlation; 0
 *     where neighbours have less
 * @param chromaLength the same for the noise of the colours
 * @param levels how strong it is from dark to bright, where that was found
 * @param impulses share of the pixels that are lost, 0 to 1
 * @param jpeg what JPEG compression left, where it left a trace
 * @param confidence how sure all this is
 * @param unsure what could not be judged, a sentence each
 */
public record NoiseDescription(
        NoiseKind kind,
        double sigma,
        double white,
        double lumaLength,
        double chromaLength,
        List<NoiseAt> levels,
        double impulses,
        Optional<JpegTraces> jpeg,
        Confidence confidence,
        List<String> unsure) {
    public NoiseDescription {
        levels = List.copyOf(levels);
        unsure = List.copyOf(unsure);
    }

    /** Where it is strongest; nothing where that was not found. */
    public Optional<Trend> trend() {
        return Trend.of(levels);
    }

    /** In plain words, such as "camera noise, about 9 levels, stronger in the shadows". */
    public String words() {
        String amount = switch (kind) {
            case NONE -> "";
            case IMPULSES -> String.format(Locale.ROOT, ", %.2g %% of the picture", 100 * impulses);
            case JPEG ->
                jpeg.map(traces -> ", quality about " + traces.quality()).orElse("");
            case WHITE, SIGNAL_DEPENDENT, CAMERA -> ", about " + strength();
        };
        String where = kind == NoiseKind.CAMERA || kind == NoiseKind.SIGNAL_DEPENDENT
                ? trend().filter(trend -> trend != Trend.EVEN)
                        .map(trend -> ", " + trend.phrase())
                        .orElse("")
                : "";
        return kind.phrase() + amount + where;
    }

    private String strength() {
        String rounded = String.format(Locale.ROOT, sigma < 3 ? "%.1f" : "%.0f", sigma);
        return rounded + (rounded.equals("1") || rounded.equals("1.0") ? " level" : " levels");
    }
}
