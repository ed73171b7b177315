package io.unveil.evaluation;

import io.unveil.data.Dataset;
import io.unveil.image.Difference;
import io.unveil.image.Picture;
import io.unveil.inference.Deadline;
import io.unveil.inference.Models;
import io.unveil.model.Task;
import io.unveil.pipeline.code.Coding;
import io.unveil.pipeline.code.LatentCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * An autoencoder as a way to store pictures: the code is quantised ({@link CodeBytes}, ranges from the training part),
 * decoded, rounded to 8 bits and compared with the picture; JPEG in as many bytes stands beside it. A JPEG file of a
 * small picture is mostly tables, so there are two figures for it: the whole file, which may be larger than the budget
 * ({@code jpeg}), and only the data of its scan ({@code jpeg-scan}), since the decoder's weights are not counted
 * either. PSNR is the mean over the pictures.
 */
public final class CompressionEvaluation {
    private static final List<Integer> BITS = List.of(8, 6, 4);

    private final Coding coding;
    private final Optional<String> model;
    private final Dataset test;
    private final Evaluation.Progress progress;
    private int done;

    private CompressionEvaluation(Models models, String model, Dataset test, Evaluation.Progress progress) {
        this.coding = new Coding(models);
        this.model = Optional.of(model);
        this.test = test;
        this.progress = progress;
    }

    /** Measures; throws {@link io.unveil.inference.RefusedRequest} as {@link Coding} does. */
    public static Evaluation run(Models models, String model, CodedSet set, Evaluation.Progress progress) {
        return new CompressionEvaluation(models, model, set.test(), progress).run(set.training());
    }

    private Evaluation run(Dataset training) {
        List<LatentCode> seen = codes(training);
        List<LatentCode> codes = codes(test);
        List<Evaluation.Row> rows = new ArrayList<>();
        for (int bits : BITS) {
            CodeBytes bytes = CodeBytes.fit(seen, bits);
            String condition = "bits=" + bits;
            rows.add(row(condition, "model", i -> stored(bytes, codes.get(i))));
            rows.add(row(condition, "jpeg", i -> jpeg(bytes.length(), i, JpegSize::whole)));
            rows.add(row(condition, "jpeg-scan", i -> jpeg(bytes.length(), i, JpegSize::scan)));
        }
        return new Evaluation(model, Task.AUTOENCODE, test.name(), test.count(), rows);
    }

    private List<LatentCode> codes(Dataset set) {
        List<LatentCode> codes = new ArrayList<>();
        for (int i = 0; i < set.count(); i++) {
            codes.add(coding.encode(CodedSet.picture(set, i), model, Deadline.none())
                    .code());
        }
        return codes;
    }

    /** The bytes of a stored picture and the picture read back. */
    private record Stored(int bytes, Picture picture) {}

    private Stored stored(CodeBytes bytes, LatentCode code) {
        byte[] file = bytes.pack(code);
        LatentCode again = bytes.unpack(file, code);
        return new Stored(
                file.length, coding.decode(again, model, Deadline.none()).picture());
    }

    private Stored jpeg(int budget, int index, ToIntFunction<byte[]> counted) {
        JpegSize jpeg = JpegSize.within(budget, CodedSet.picture(test, index), counted);
        return new Stored(jpeg.bytes(), jpeg.picture());
    }

    private Evaluation.Row row(String condition, String method, Function<Integer, Stored> way) {
        double bytes = 0;
        double psnr = 0;
        for (int i = 0; i < test.count(); i++) {
            Stored stored = way.apply(i);
            bytes += stored.bytes();
            psnr += Difference.between(stored.picture(), CodedSet.picture(test, i))
                    .psnr();
            progress.pictureDone(++done, 3 * BITS.size() * test.count());
        }
        return new Evaluation.Row(
                condition,
                method,
                Map.of(Metric.BYTES_PER_IMAGE, bytes / test.count(), Metric.PSNR, psnr / test.count()));
    }
}
