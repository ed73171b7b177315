package io.unveil.cli;

import io.unveil.autoencoder.EngineBenchmark;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.degradation.noise.Noise;
import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.inference.Compute;
import io.unveil.inference.Models;
import io.unveil.model.ModelFolder;
import io.unveil.model.ShippedModels;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoising;
import io.unveil.pipeline.denoise.Method;
import io.unveil.pipeline.denoise.Sigma;
import io.unveil.text.Words;
import io.unveil.training.Recipe;
import io.unveil.training.TrainingBenchmark;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code benchmark}: how fast this machine computes, trains and cleans. */
@Command(
        name = "benchmark",
        description = {
            "Measures matrix products, 3x3 convolutions, the training step of a model's recipe and the cleaning of pictures,",
            "beside non-local means. Other work on the machine distorts the figures."
        })
final class BenchmarkCommand implements Callable<Integer> {
    private static final List<Integer> CHANNELS = List.of(64, 128);
    private static final int MATRIX = 2048;
    private static final int RUNS = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineOptions engine;

    @Option(
            names = "--model",
            defaultValue = ShippedModels.DENOISE_COLOR,
            description = "Name of the model (default: ${DEFAULT-VALUE}).")
    private String model;

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "256,512,1024",
            description = "Sides of the pictures that are cleaned, in pixels (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes;

    @Option(names = "--json", description = "Print one JSON object instead of tables.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        for (int size : sizes) {
            if (size < 16 || size > 8192) {
                throw new InvalidParameter("sizes", Integer.toString(size), "16 to 8192 pixels, separated by commas");
            }
        }
        ModelFolder folder = engine.folder().read(model);
        Recipe recipe = Recipe.read(model, folder.recipe());
        Compute compute = engine.compute();
        Benchmark benchmark = engineRates(compute, recipe).with(inference(folder));
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.of(benchmark) : benchmark);
        out.flush();
        return 0;
    }

    private Benchmark engineRates(Compute compute, Recipe recipe) throws IOException {
        try (EngineBenchmark rates = new EngineBenchmark(compute.device())) {
            say("matrix products");
            double sgemm = rates.matrixProduct(MATRIX);
            List<Benchmark.Convolutions> convolutions = new ArrayList<>();
            for (int channels : CHANNELS) {
                for (Precision precision : Precision.values()) {
                    say("convolutions of %d channels in %s".formatted(channels, Words.of(precision)));
                    convolutions.add(new Benchmark.Convolutions(
                            channels,
                            Words.of(precision),
                            Math.round(rates.convolution(channels, precision)),
                            Math.round(rates.convolutionWithGradients(channels, precision))));
                }
            }
            say("training steps");
            TrainingBenchmark training = TrainingBenchmark.run(recipe, compute.precision(), compute.device());
            return Benchmark.of(
                    model,
                    compute.deviceName(),
                    Words.of(compute.precision()),
                    TorchEngine.threads(),
                    sgemm,
                    convolutions,
                    training);
        }
    }

    private List<Benchmark.Inference> inference(ModelFolder folder) {
        TorchEngine.useThreads(1); // pictures are spread over the processors by tiles
        List<Benchmark.Inference> rows = new ArrayList<>();
        try (Models models = engine.open()) {
            Denoising denoising = new Denoising(models);
            for (int size : sizes) {
                Picture noisy = noisy(size, folder.manifest().outputs());
                for (Method method : Method.values()) {
                    boolean blind = method == Method.MODEL && folder.manifest().blind();
                    Sigma sigma = blind ? new Sigma.Auto() : new Sigma.Known(25);
                    say("%s, %d x %d".formatted(Words.of(method), size, size));
                    rows.add(new Benchmark.Inference(size, Words.of(method), rate(denoising, noisy, sigma, method)));
                }
            }
        }
        return rows;
    }

    /** Megapixels a second, the best of some runs. */
    private double rate(Denoising denoising, Picture noisy, Sigma sigma, Method method) {
        DenoiseOptions options = new DenoiseOptions(sigma, Optional.of(model), 1, Optional.empty(), method);
        double best = 0;
        for (int i = 0; i < RUNS; i++) {
            double seconds = denoising
                            .denoise(noisy, options, Optional.empty())
                            .timing()
                            .inference()
                            .toNanos()
                    / 1e9;
            best = Math.max(best, noisy.size().pixels() / 1e6 / seconds);
        }
        return Json.rounded(best);
    }

    private static Picture noisy(int size, int channels) {
        Pixels gray = new Pixels(size, size, channels, new float[size * size * channels]);
        return Picture.of(new Noise.Gaussian(25).addTo(gray, 1), BitDepth.EIGHT, Format.PNG);
    }

    private void say(String what) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("measuring " + what);
        err.flush();
    }
}
