package io.unveil.degradation.description;

import io.unveil.degradation.noise.NoiseAt;
import io.unveil.degradation.noise.NoiseLevel;
import io.unveil.image.Source;
import java.util.List;

/**
 * Finds out what kind of noise a picture has, and how strong it is. In turn it looks for
 *
 * <ol>
 *   <li>single lost pixels ({@link Impulses});
 *   <li>white noise, by the eigenvalues of patches (io.unveil.degradation.noise.NoiseEstimator): for all of the
 *       picture, and from dark to bright;
 *   <li>noise of any spectrum in the smoothest blocks of each brightness ({@link SmoothArea});
 *   <li>the steps of JPEG ({@link JpegTraces}).
 * </ol>
 *
 * Noise is white where the small eigenvalues are alike.
 */
public final class NoiseDescriber {
    private static final double LUMA = Math.sqrt(.299 * .299 + .587 * .587 + .114 * .114); // of white noise in colour
    private static final double WHITE =
            .6; // share of the deviation in smooth blocks that noise growing from nothing accounts for
    private static final double HARDLY = .35; // share below which it is something else
    private static final double HIDDEN = 1.2; // levels of the quietest directions that texture in colour stays below
    private static final double STEEP = .15; // flatness that the texture of few pictures goes below
    private static final double FLAT =
            .5; // flatness above which noise is white: .7 to .97, of cameras and grain below .35
    private static final double SINGLE = 1.3; // unevenness that the noise of a single area must stay below
    private static final int THINNED = 85; // quality of JPEG from which on it leaves weak noise as it is
    private static final int MARKED = 50; // quality below which everybody sees it
    private static final double MIXED = .3; // share of the blocks that are still in part: lines on even ground

    private final WindowFindings found;
    private final List<SmoothArea> areas;
    private final List<SmoothArea> noisy;

    private NoiseDescriber(WindowFindings found) {
        this.found = found;
        areas = SmoothArea.of(found.blocks());
        noisy = noisy();
    }

    private List<SmoothArea> noisy() {
        List<SmoothArea> candidates = areas.stream().filter(SmoothArea::isEven).count() > 1
                ? areas.stream().filter(area -> area.isEven() || area.isNoise()).toList()
                : noise();
        List<SmoothArea> noisy = candidates.stream()
                .filter(area -> !found.colour() || !area.isGrass())
                .toList();
        return noisy.size() == 1 && isTexture(noisy.get(0)) ? List.of() : noisy;
    }

    /** Of a single area: uneven, or far stronger than what the calmest area can have in the way of noise. */
    private boolean isTexture(SmoothArea area) {
        double calmest = areas.stream().mapToDouble(SmoothArea::fine).min().orElse(0);
        return area.unevenness() > SINGLE && !isThinned() || area.fine() > 3 && calmest < .3 * area.fine();
    }

    private List<SmoothArea> noise() {
        List<SmoothArea> noise = areas.stream().filter(SmoothArea::isNoise).toList();
        boolean texture = found.colour() && noise.size() < 3; // three of four agree: then let it be without colour
        return noise.stream().filter(area -> !(texture && area.isPale())).toList();
    }

    /** Of a picture of any size, depth and number of channels; equal pictures give equal answers. */
    public static NoiseDescription describe(Source picture) {
        return new NoiseDescriber(WindowFindings.of(picture)).description();
    }

    private NoiseDescription description() {
        NoiseKind kind = kind();
        Spectrum spectrum = Spectrum.of(noisy);
        return new NoiseDescription(
                kind,
                sigma(kind, spectrum),
                found.white(),
                kind == NoiseKind.CAMERA ? spectrum.lumaLength() : 0,
                kind == NoiseKind.CAMERA ? spectrum.chromaLength() : 0,
                levels(kind, spectrum),
                found.impulses().share(),
                found.jpeg(),
                confidence(kind),
                unsure(kind));
    }

    private NoiseKind kind() {
        if (found.impulses().prevail()) {
            return NoiseKind.IMPULSES;
        }
        if (isDrawing()) {
            return NoiseKind.NONE;
        }
        boolean strong = found.white() >= NoiseLevel.VISIBLE;
        if (strong && isWhite()) {
            return isEven() ? NoiseKind.WHITE : NoiseKind.SIGNAL_DEPENDENT;
        }
        if (isHiddenInTexture()) {
            return NoiseKind.CAMERA;
        }
        if (!strong && growsFromNothing()) {
            return NoiseKind.SIGNAL_DEPENDENT;
        }
        if (isVisible()) {
            return NoiseKind.CAMERA;
        }
        if (found.impulses().many()) {
            return NoiseKind.IMPULSES;
        }
        return found.jpeg().filter(traces -> traces.quality() < MARKED).isPresent() ? NoiseKind.JPEG : NoiseKind.NONE;
    }

    /**
     * Whether much of the picture is still in part of a block and moves in another: lines and letters on even ground.
     */
    private boolean isDrawing() {
        long moving = found.blocks().stream().filter(block -> block.still() < 1).count();
        long mixed = found.blocks().stream()
                .filter(block -> block.still() > 0 && block.still() < 1)
                .count();
        return found.jpeg().isEmpty() && mixed > MIXED * moving;
    }

    /**
     * Whether all directions of patches are alike, and not one is quiet: noise that goes together leaves some nearly
     * empty. In gray, where noise of a camera leaves fewer, the smooth blocks may show that it is much stronger.
     */
    private boolean isWhite() {
        return found.flatness() > FLAT
                && (found.colour() || noisy.isEmpty() || noisy.stream().anyMatch(area -> explained(area) > HARDLY));
    }

    /** Whether a picture without a smooth part has noise in all directions, but in some much more than in others. */
    private boolean isHiddenInTexture() {
        return noisy.isEmpty() && found.colour() && found.white() >= HIDDEN && found.flatness() < STEEP;
    }

    private double explained(SmoothArea area) {
        return found.white() * (found.colour() ? LUMA : 1) / Math.max(.1, area.fine());
    }

    private boolean isEven() {
        double least =
                found.byBrightness().stream().mapToDouble(NoiseAt::sigma).min().orElse(0);
        double most =
                found.byBrightness().stream().mapToDouble(NoiseAt::sigma).max().orElse(0);
        return found.colour() ? most <= 1.3 * least + .5 : most <= 1.5 * least + 1;
    }

    /**
     * Whether there is hardly any white noise in the darkest or brightest quarter, but some in the three others, and
     * nothing else that is much stronger.
     */
    private boolean growsFromNothing() {
        double[] sigmas = found.byBrightness().stream()
                .mapToDouble(NoiseAt::sigma)
                .sorted()
                .toArray();
        double other = noisy.stream().mapToDouble(SmoothArea::fine).max().orElse(0);
        return sigmas.length == 4
                && sigmas[1] > (found.colour() ? 1.6 : 2.2)
                && sigmas[3] * (found.colour() ? LUMA : 1) > WHITE * other;
    }

    /**
     * Whether the noise of the smooth blocks could be seen. What JPEG thinned out was more, and is in the texture too.
     */
    private boolean isVisible() {
        boolean thinned = isThinned();
        double most = noisy.stream().mapToDouble(SmoothArea::middle).max().orElse(0);
        double least = noisy.size() > 1 ? thinned ? 1 : 1.3 : thinned ? 1.15 : 1.5;
        return most > least;
    }

    private boolean isThinned() {
        return found.jpeg().filter(traces -> traces.quality() <= THINNED).isPresent();
    }

    private double sigma(NoiseKind kind, Spectrum spectrum) {
        return switch (kind) {
            case NONE, WHITE -> found.white();
            case SIGNAL_DEPENDENT ->
                Math.sqrt(found.byBrightness().stream()
                        .mapToDouble(level -> level.sigma() * level.sigma())
                        .average()
                        .orElse(found.white() * found.white()));
            case CAMERA -> noisy.isEmpty() ? found.white() : spectrum.sigma();
            case IMPULSES -> found.impulses().error();
            case JPEG -> 0;
        };
    }

    private List<NoiseAt> levels(NoiseKind kind, Spectrum spectrum) {
        return switch (kind) {
            case CAMERA -> spectrum.levels();
            case WHITE, SIGNAL_DEPENDENT -> found.byBrightness();
            case NONE, IMPULSES, JPEG -> List.of();
        };
    }

    private Confidence confidence(NoiseKind kind) {
        if (areas.isEmpty()) {
            return Confidence.LOW;
        }
        boolean sure = switch (kind) {
            case NONE -> !isDrawing() && areas.stream().anyMatch(SmoothArea::isCalm);
            case WHITE -> !noisy.isEmpty();
            case CAMERA -> noisy.size() > 1;
            case IMPULSES -> found.impulses().prevail();
            case SIGNAL_DEPENDENT, JPEG -> true;
        };
        return sure ? Confidence.HIGH : Confidence.MEDIUM;
    }

    private List<String> unsure(NoiseKind kind) {
        if (found.blocks().isEmpty()) {
            return List.of("the picture is too small to tell one kind of noise from another");
        }
        if (found.blocks().stream().allMatch(block -> block.still() == 1)) {
            return List.of("the picture is flat: it shows neither detail nor noise");
        }
        if (areas.isEmpty()) {
            return List.of("too little of the picture is neither black nor white to tell kinds of noise apart");
        }
        if (kind == NoiseKind.CAMERA && noisy.isEmpty()) {
            return List.of("no part of the picture is smooth: its noise is at least as strong as said");
        }
        if (kind == NoiseKind.NONE && isDrawing()) {
            return List.of("the picture looks like a drawing or a screenshot, and is taken as clean");
        }
        if (kind == NoiseKind.NONE && areas.stream().noneMatch(SmoothArea::isCalm)) {
            return List.of("no part of the picture is smooth: weak noise could not be told from its texture");
        }
        return List.of();
    }
}
