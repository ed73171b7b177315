package io.unveil.spark;

import io.unveil.calibration.Calibration;
import io.unveil.cli.Errors;
import io.unveil.data.Example;
import io.unveil.image.codec.Codec;
import io.unveil.image.codec.Limits;
import io.unveil.image.codec.RejectedImage;
import io.unveil.inference.Device;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.model.ScoringMethod;
import io.unveil.model.Task;
import io.unveil.pipeline.score.Calibrating;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Scores the normal pictures of one task, each in one pass, as {@code calibrate} does.
 *
 * @param parts the scorings to measure
 * @param workers threads that run networks in each executor; 0 = one for each processor
 */
record NormalTask(
        String input,
        String model,
        List<ScoringMethod> parts,
        ModelDigests models,
        Device device,
        String precision,
        int workers,
        SerializableConfiguration configuration)
        implements FlatMapFunction<Splits.Split, NormalRow> {
    @Override
    public Iterator<NormalRow> call(Splits.Split split) throws IOException {
        Models open = Engine.models(models, device, precision, workers);
        int channels = open.require(model, Task.ANOMALY).card().channels();
        Calibrating calibrating = new Calibrating(open);
        RemoteFiles files = new RemoteFiles(configuration.value());
        return split.files().stream()
                .map(file -> row(file.name(), files, channels, calibrating))
                .iterator();
    }

    private NormalRow row(String name, RemoteFiles files, int channels, Calibrating calibrating) {
        try {
            byte[] bytes = files.read(RemoteFiles.in(new Path(input), name));
            Example example = Example.of(name, Codec.decode(bytes, Limits.DEFAULT), channels);
            return scored(
                    name,
                    calibrating.measure(model, parts, 1, number -> Calibration.picture(example), (done, all) -> {}));
        } catch (RefusedRequest e) {
            if (e.reason() == RefusedRequest.Reason.MODEL_UNAVAILABLE) {
                throw new JobFailed(String.valueOf(e.getMessage()), e);
            }
            return NormalRow.left(name, Errors.sentence(e));
        } catch (IOException | RejectedImage e) {
            return NormalRow.left(name, Errors.sentence(e));
        }
    }

    private NormalRow scored(String name, Map<ScoringMethod, Calibrating.Measured> measured) {
        double[] scores = new double[parts.size()];
        double[] peaks = new double[parts.size()];
        for (int i = 0; i < scores.length; i++) {
            Calibrating.Measured one = Objects.requireNonNull(measured.get(parts.get(i)));
            scores[i] = one.scores()[0];
            peaks[i] = one.peaks()[0];
        }
        return new NormalRow(name, scores, peaks, "");
    }
}
