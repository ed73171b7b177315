package io.unveil.evaluation;

import io.unveil.degradation.Draws;
import io.unveil.degradation.occlusion.Occlusion;
import io.unveil.image.BitDepth;
import io.unveil.image.Mask;
import io.unveil.image.MaskedDifference;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.inference.Models;
import io.unveil.model.Task;
import io.unveil.pipeline.code.Reconstructing;
import io.unveil.pipeline.fill.FillMethod;
import io.unveil.pipeline.fill.FillOptions;
import io.unveil.pipeline.fill.Filling;
import io.unveil.pipeline.fill.MaskSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How autoencoders that remove occlusions are measured. An object of one gray hides a part of each picture. The model
 * does not know where; the methods beside it do: those that fill, and the mean of other pictures. The hidden part is
 * compared, in 8 bits; figures are means over the pictures.
 */
public final class OcclusionEvaluation {
    /** The method that gives the mean of other pictures. */
    public static final String MEAN = "mean";

    /** The method that does not know where the picture is hidden. */
    public static final String MODEL = "model";

    private final TestSet set;
    private final Map<String, Repair> repairs;
    private final long seed;
    private final Evaluation.Progress progress;
    private int done;

    /** Restores the hidden part of a picture. */
    @FunctionalInterface
    private interface Repair {
        Picture of(Picture hidden, Mask hole);
    }

    private OcclusionEvaluation(TestSet set, Map<String, Repair> repairs, long seed, Evaluation.Progress progress) {
        this.set = set;
        this.repairs = repairs;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Measures a model, and methods beside it, on each kind of occlusion.
     *
     * @param kinds as {@link Occlusion#parse} reads them
     * @param methods {@link #MODEL}, {@link #MEAN}, or what {@link FillMethod#parse} reads
     * @param others pictures for the mean, of the size of those in the set; may be empty where the mean is not
     *     requested
     * @param seed picture number i, from 0, is hidden from seed + i, by each kind anew
     * @throws TestSet.Unusable when there is no mean, or of another size
     * @throws io.unveil.inference.RefusedRequest when the model is unknown, broken or for another task
     */
    public static Evaluation run(
            Models models,
            String model,
            List<String> kinds,
            List<String> methods,
            TestSet set,
            Optional<TestSet> others,
            long seed,
            Evaluation.Progress progress) {
        boolean gray = models.require(model, Task.AUTOENCODE).card().channels() == 1;
        Map<String, Repair> repairs = new LinkedHashMap<>();
        for (String method : methods) {
            repairs.put(
                    method,
                    switch (method) {
                        case MODEL -> byModel(models, model);
                        case MEAN -> byMean(others.map(all -> gray ? all.inGray() : all));
                        default -> byFill(models, FillMethod.parse(method));
                    });
        }
        TestSet fitting = gray ? set.inGray() : set;
        OcclusionEvaluation evaluation = new OcclusionEvaluation(fitting, repairs, seed, progress);
        List<Evaluation.Row> rows = new ArrayList<>();
        for (String kind : kinds) {
            rows.addAll(evaluation.rows(kind, kinds.size()));
        }
        return new Evaluation(
                Optional.of(model), Task.AUTOENCODE, set.name(), set.entries().size(), rows);
    }

    private static Repair byModel(Models models, String model) {
        Reconstructing reconstructing = new Reconstructing(models);
        return (hidden, hole) -> reconstructing
                .reconstruct(hidden, Optional.of(model), Optional.empty())
                .picture();
    }

    private static Repair byFill(Models models, FillMethod method) {
        Filling filling = new Filling(models);
        return (hidden, hole) -> {
            FillOptions options = new FillOptions(new MaskSource.Drawn(hole), false, 0, 0, Optional.empty(), method);
            return filling.fill(hidden, options, Optional.empty()).picture();
        };
    }

    private static Repair byMean(Optional<TestSet> others) {
        List<Picture> pictures = others.orElseThrow(
                        () -> new TestSet.Unusable("there are no pictures to take the mean of"))
                .pictures();
        Pixels first = pictures.get(0).pixels();
        double[] sums = new double[first.values().length];
        for (Picture picture : pictures) {
            requireSize(picture, pictures.get(0));
            float[] values = picture.pixels().values();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += values[i];
            }
        }
        float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sums[i] / pictures.size());
        }
        Pixels shown = new Pixels(first.width(), first.height(), first.channels(), mean);
        return (hidden, hole) -> {
            requireSize(hidden, pictures.get(0));
            return hidden.with(shown);
        };
    }

    private static void requireSize(Picture picture, Picture first) {
        if (!picture.size().equals(first.size()) || picture.channels() != first.channels()) {
            throw new TestSet.Unusable("pictures of %s in %d channels and of %s in %d have no mean that fits both"
                    .formatted(picture.size(), picture.channels(), first.size(), first.channels()));
        }
    }

    private List<Evaluation.Row> rows(String kind, int kinds) {
        Occlusion occlusion = Occlusion.parse(kind);
        int count = set.entries().size();
        List<Evaluation.Row> rows = new ArrayList<>();
        repairs.forEach((method, repair) -> {
            double before = 0;
            double after = 0;
            for (int i = 0; i < count; i++) {
                Picture whole = set.pictures().get(i);
                Mask hole = occlusion.draw(whole.size(), seed + i);
                Picture hidden = hidden(whole, hole, (float) Draws.of(seed, i).uniform());
                before += MaskedDifference.inside(hidden, whole, hole).psnr();
                after += MaskedDifference.inside(repair.of(hidden, hole), whole, hole)
                        .psnr();
                progress.pictureDone(++done, kinds * repairs.size() * count);
            }
            rows.add(new Evaluation.Row(
                    "holes=" + kind, method, Map.of(Metric.PSNR, after / count, Metric.PSNR_BEFORE, before / count)));
        });
        return rows;
    }

    /** In 8 bits, with one gray in the hidden part. */
    private static Picture hidden(Picture whole, Mask hole, float level) {
        Pixels pixels = whole.pixels();
        float[] values = pixels.values().clone();
        for (int i = 0; i < values.length; i++) {
            int pixel = i / pixels.channels();
            if (hole.at(pixel % pixels.width(), pixel / pixels.width())) {
                values[i] = level;
            }
        }
        return Picture.of(
                new Pixels(pixels.width(), pixels.height(), pixels.channels(), values), BitDepth.EIGHT, whole.format());
    }
}
