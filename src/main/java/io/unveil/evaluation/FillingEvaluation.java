package io.unveil.evaluation;

import io.unveil.image.BitDepth;
import io.unveil.image.Mask;
import io.unveil.image.MaskedDifference;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Rectangle;
import io.unveil.image.Retouching;
import io.unveil.inference.Models;
import io.unveil.model.Task;
import io.unveil.pipeline.fill.FillMethod;
import io.unveil.pipeline.fill.FillOptions;
import io.unveil.pipeline.fill.Filled;
import io.unveil.pipeline.fill.Filling;
import io.unveil.pipeline.fill.MaskSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How fills are measured: the pixels under a mask are blackened, filled, and compared with the picture in 8 bits, only
 * under the mask. Figures are means over the pictures.
 */
public final class FillingEvaluation {
    private final Optional<String> model;
    private final List<FillMethod> methods;
    private final OccludedSet set;
    private final Filling filling;
    private final Evaluation.Progress progress;

    private FillingEvaluation(
            Optional<String> model,
            List<FillMethod> methods,
            OccludedSet set,
            Filling filling,
            Evaluation.Progress progress) {
        this.model = model;
        this.methods = List.copyOf(methods);
        this.set = set;
        this.filling = filling;
        this.progress = progress;
    }

    /**
     * Measures each method on each kind of masks. A model for gray pictures is given colour pictures in gray. Throws
     * {@link io.unveil.inference.RefusedRequest} when a model is asked for that is unknown, broken or for another task.
     *
     * @param model empty = the one that fits each picture and mask; classical methods ignore it
     */
    public static Evaluation run(
            Models models,
            Optional<String> model,
            List<FillMethod> methods,
            OccludedSet set,
            Evaluation.Progress progress) {
        boolean gray = model.map(name -> models.require(name, Task.FILL).card().channels() == 1)
                .orElse(false);
        OccludedSet fitting = gray ? set.inGray() : set;
        return new FillingEvaluation(model, methods, fitting, new Filling(models), progress).run();
    }

    private Evaluation run() {
        List<Evaluation.Row> rows = new ArrayList<>();
        for (OccludedSet.Kind kind : set.kinds()) {
            for (FillMethod method : methods) {
                rows.add(row(kind, method, rows.size()));
            }
        }
        TestSet pictures = set.pictures();
        return new Evaluation(
                model, Task.FILL, pictures.name(), pictures.entries().size(), rows);
    }

    private Evaluation.Row row(OccludedSet.Kind kind, FillMethod method, int rowsBefore) {
        List<Picture> pictures = set.pictures().pictures();
        Means means = new Means();
        for (int i = 0; i < pictures.size(); i++) {
            Mask hole = kind.masks().get(i);
            FillOptions options = new FillOptions(new MaskSource.Drawn(hole), false, 0, 0, model, method);
            means.add(pictures.get(i), hole, filling.fill(hidden(pictures.get(i), hole), options, Optional.empty()));
            progress.pictureDone(
                    rowsBefore * pictures.size() + i + 1, set.kinds().size() * methods.size() * pictures.size());
        }
        return means.row("masks=" + kind.name(), method.word());
    }

    /** In 8 bits and black in the hole, so that no method can see what is hidden. */
    private static Picture hidden(Picture whole, Mask hole) {
        Picture eight = Picture.of(whole.pixels(), BitDepth.EIGHT, whole.format());
        Rectangle all = Rectangle.of(whole.size());
        Retouching canvas = new Retouching(eight, false);
        float[] black = new float[Math.toIntExact(whole.size().pixels() * whole.channels())];
        canvas.paint(all, new Pixels(all.width(), all.height(), whole.channels(), black), hole.weights(all, 0));
        return canvas.picture();
    }

    /** Sums over the pictures of one row. */
    private static final class Means {
        private int pictures;
        private double psnr;
        private int withRatio;
        private double ratio;
        private double megapixels;
        private double seconds;

        void add(Picture whole, Mask hole, Filled filled) {
            pictures++;
            psnr += MaskedDifference.inside(filled.picture(), whole, hole).psnr();
            GradientRatio.of(filled.picture(), hole).ifPresent(one -> {
                withRatio++;
                ratio += one;
            });
            megapixels += whole.size().pixels() / 1e6;
            seconds += filled.timing().inference().toNanos() / 1e9;
        }

        Evaluation.Row row(String condition, String method) {
            return new Evaluation.Row(
                    condition,
                    method,
                    Map.of(
                            Metric.PSNR, psnr / pictures,
                            Metric.GRADIENT_RATIO, ratio / withRatio, // left out where all holes are too narrow
                            Metric.MEGAPIXELS_PER_SECOND, megapixels / seconds));
        }
    }
}
