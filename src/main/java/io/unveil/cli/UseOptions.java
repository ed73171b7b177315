package io.unveil.cli;

import io.unveil.evaluation.CodedSet;
import io.unveil.evaluation.CompressionEvaluation;
import io.unveil.evaluation.Evaluation;
import io.unveil.evaluation.FeatureEvaluation;
import io.unveil.evaluation.OneClassEvaluation;
import io.unveil.inference.Models;
import io.unveil.pipeline.InvalidParameter;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for measuring a use of an autoencoder. */
final class UseOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--use",
            description = {
                "compression: bytes and PSNR of codes beside JPEG;",
                "features: accuracy of a linear probe on codes and on pixels;",
                "anomaly: AUROC of the reconstruction error, of a model trained with --normal-class."
            })
    private @Nullable String use;

    @Option(
            names = "--normal-class",
            paramLabel = "K",
            description =
                    "With --use anomaly, and of a model that scores anomalies on data with classes: the class that the model was trained on.")
    private @Nullable Integer normalClass;

    @Option(
            names = "--images",
            description =
                    "With --use: number of examples of each part, from the first (default: 1000 for compression, else all).")
    private @Nullable Integer images;

    boolean isAsked() {
        return use != null;
    }

    /**
     * Of a model that scores anomalies, the one class of the data that is normal; empty where the data are folders of
     * normal and other pictures.
     */
    Optional<Integer> onlyNormalClass() {
        refuse(images != null, "--images has no meaning without --use");
        return Optional.ofNullable(normalClass);
    }

    /** Refuses options that need --use. */
    void refuseWithoutUse() {
        refuse(normalClass != null || images != null, "--normal-class and --images have no meaning without --use");
    }

    private void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new ParameterException(spec.commandLine(), why);
        }
    }

    Evaluation run(Models models, String model, String data, Evaluation.Progress progress) throws IOException {
        String word = String.valueOf(use);
        if (images != null && images < 1) {
            throw new InvalidParameter("images", images.toString(), "a whole number from 1");
        }
        if (normalClass != null && !word.equals("anomaly")) {
            throw new ParameterException(spec.commandLine(), "--normal-class has no meaning without --use anomaly");
        }
        return switch (word) {
            case "compression" -> CompressionEvaluation.run(models, model, set(models, model, data, 1000), progress);
            case "features" ->
                FeatureEvaluation.run(models, model, set(models, model, data, Integer.MAX_VALUE), progress);
            case "anomaly" ->
                OneClassEvaluation.run(
                        models, model, normalClass(), set(models, model, data, Integer.MAX_VALUE), progress);
            default -> throw new InvalidParameter("use", word, "'compression', 'features' or 'anomaly'");
        };
    }

    private int normalClass() {
        if (normalClass == null) {
            throw new ParameterException(spec.commandLine(), "--use anomaly needs --normal-class");
        }
        return normalClass;
    }

    private CodedSet set(Models models, String model, String data, int usual) throws IOException {
        return CodedSet.read(models, model, data).first(images == null ? usual : images);
    }
}
