package io.unveil.cli;

import io.unveil.data.Dataset;
import io.unveil.data.DatasetPart;
import io.unveil.evaluation.DenoisingEvaluation;
import io.unveil.evaluation.Evaluation;
import io.unveil.evaluation.FillingEvaluation;
import io.unveil.evaluation.OccludedSet;
import io.unveil.evaluation.OneClassEvaluation;
import io.unveil.evaluation.PairStatistics;
import io.unveil.evaluation.Protocol;
import io.unveil.evaluation.TestSet;
import io.unveil.image.Size;
import io.unveil.inference.Models;
import io.unveil.model.ModelFolder;
import io.unveil.model.Task;
import io.unveil.pipeline.denoise.Method;
import io.unveil.pipeline.fill.FillMethod;
import io.unveil.training.LessonEvaluation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how good a model is on clean pictures, by the field's protocol. */
@Command(
        name = "evaluate",
        description = {
            "Measures a model on clean pictures: seeded noise is added, the cleaned picture rounded to 8 bits and compared with the clean one.",
            "Without --model a plain denoise is measured, which chooses by the noise of each picture.",
            "With --pairs, pictures with real noise are cleaned and compared with clean ones of the same scene, one by one and in the mean.",
            "With --masks, parts of the pictures are hidden and filled, and compared only under the mask.",
            "With --holes, an autoencoder removes occlusions from the pictures, and is compared where they were.",
            "A model for autoencode or regress is measured by its recipe's own task: --data is then what train takes.",
            "With --use, a use of an autoencoder is measured.",
            "A model that scores anomalies is measured on a folder with test/good, test/<class> and ground_truth/<class>.",
            "PSNR (peak 255) and SSIM are means over the pictures."
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final List<String> OF_NOISE = and(NoiseOptions.NAMES, "--seed");
    private static final List<String> OF_PICTURES = and(OF_NOISE, "--masks", "--holes", "--method");
    private static final List<String> OF_KNOWN_DAMAGE = and(NoiseOptions.NAMES, "--masks");

    private static final List<String> NOT_OF_PAIRS = Stream.of(
                    List.of(
                            "--data",
                            "--masks",
                            "--holes",
                            "--mean-of",
                            "--use",
                            "--normal-class",
                            "--images",
                            "--seed"),
                    List.of("--noise", "--input", "--blind"),
                    InspectionOptions.NAMES)
            .flatMap(List::stream)
            .toList();

    private static final List<String> SHARD = List.of(ShardOption.NAME);
    private static final String NO_MEAN =
            "belongs to noise, --pairs and --masks, whose figures are means over pictures: those of shares can be merged";
    private static final String ONLY_OF_ANOMALIES = "has a meaning only for a model that scores anomalies";

    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineOptions engine;

    @Option(
            names = "--model",
            description =
                    "Name of the model. To measure denoising and filling it may be left out: then the one that fits is taken for each picture, as by a plain denoise or fill.")
    private @Nullable String model;

    @Option(
            names = "--data",
            description =
                    "Folder (searched recursively) or .zip of clean pictures; with --use what train takes, in two parts. Needed but with --pairs.")
    private @Nullable Path data;

    @Mixin
    private PairOptions pairs;

    @Mixin
    private UseOptions use;

    @Mixin
    private HiddenOptions hidden;

    @Mixin
    private InspectionOptions inspection;

    @Mixin
    private NoiseOptions noise;

    @Option(
            names = "--masks",
            description =
                    "Measure filling: a folder with one folder per kind of masks, each with one mask for every picture under its name, white = hidden.")
    private @Nullable Path masks;

    @Option(
            names = "--method",
            split = ",",
            defaultValue = "model",
            description =
                    "One or several with commas: model, nlm; with --masks auto, model, exemplar, telea, navier-stokes, push-pull, harmonic; with --holes these, model and mean (default: ${DEFAULT-VALUE}).")
    private List<String> methods;

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "Picture number i, from 0, is corrupted with seed + i (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private ShardOption shard;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        String text = text();
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
        return 0;
    }

    private String text() throws IOException {
        shard.shard(); // a wrong word is reported before anything is read
        if (pairs.isAsked()) {
            return pairs();
        }
        data(); // a missing one is reported before anything else
        if (use.isAsked() || hidden.isAsked() || masks != null) {
            refuse(InspectionOptions.NAMES, ONLY_OF_ANOMALIES);
        }
        if (use.isAsked()) {
            return use();
        }
        if (hidden.isAsked()) {
            return hidden();
        }
        if (masks == null) {
            return byTask();
        }
        use.refuseWithoutUse();
        return filling(masks);
    }

    private String pairs() throws IOException {
        refuse(NOT_OF_PAIRS, "has no meaning with --pairs");
        if (pairs.isOfStatistics()) {
            refuse(SHARD, NO_MEAN);
            PairStatistics statistics = pairs.statistics();
            return json ? Json.of(statistics) : EvaluationTable.ofStatistics(statistics);
        }
        try (Models models = engine.open();
                ProgressCounter counter = counter()) {
            Evaluation evaluation =
                    pairs.run(models, Optional.ofNullable(model), methods, noise, shard.shard(), counter::show);
            return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofPairs(evaluation);
        }
    }

    private Path data() {
        if (data == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--data=<data>'");
        }
        return data;
    }

    private String byTask() throws IOException {
        protocol(false); // a wrong word is reported before a model is looked for
        if (model == null && use.onlyNormalClass().isEmpty()) {
            return denoising(protocol(true));
        }
        engine.compute();
        ModelFolder folder = engine.folder().read(model());
        if (folder.manifest().task() != Task.ANOMALY) {
            use.refuseWithoutUse();
        }
        return switch (folder.manifest().task()) {
            case AUTOENCODE, REGRESS -> lesson(folder);
            case ANOMALY -> anomaly();
            case DENOISE, FILL -> denoising(protocol(folder.manifest().blind()));
        };
    }

    private String lesson(ModelFolder folder) throws IOException {
        refuse(InspectionOptions.NAMES, ONLY_OF_ANOMALIES);
        refuse(SHARD, NO_MEAN);
        refuse(OF_PICTURES, "has no meaning for a model that is measured by its recipe's own task");
        Evaluation evaluation = LessonTable.evaluation(
                model(), LessonEvaluation.of(folder, data().toString()).run());
        return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofUse(evaluation);
    }

    private String anomaly() throws IOException {
        refuse(OF_PICTURES, "has no meaning for a model that scores anomalies");
        refuse(SHARD, NO_MEAN);
        Optional<Integer> normal = use.onlyNormalClass();
        if (normal.isPresent()) {
            return oneClass(normal.get());
        }
        String name = model();
        try (Models models = engine.open();
                ProgressCounter counter = counter()) {
            Evaluation evaluation = inspection.run(models, name, data().toString(), counter::show);
            return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofUse(evaluation);
        }
    }

    private String oneClass(int normal) throws IOException {
        refuse(
                InspectionOptions.NAMES,
                "belongs to folders of normal and other pictures, it has no meaning with --normal-class");
        try (Models models = engine.open();
                ProgressCounter counter = counter()) {
            int channels = models.require(model(), Task.ANOMALY).card().channels();
            Dataset test = Dataset.read(data().toString(), DatasetPart.TEST, channels, new Size(1, 1));
            Evaluation evaluation = OneClassEvaluation.ofScorings(models, model(), normal, test, counter::show);
            return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofUse(evaluation);
        }
    }

    private String use() throws IOException {
        refuse(OF_PICTURES, "has no meaning with --use");
        refuse(SHARD, NO_MEAN);
        String name = model();
        try (Models models = engine.open();
                ProgressCounter counter = counter()) {
            Evaluation evaluation = use.run(models, name, data().toString(), counter::show);
            return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofUse(evaluation);
        }
    }

    private String hidden() throws IOException {
        refuse(OF_KNOWN_DAMAGE, "has no meaning with --holes");
        refuse(SHARD, NO_MEAN);
        String name = model();
        try (Models models = engine.open();
                ProgressCounter counter = counter()) {
            Evaluation evaluation = hidden.run(models, name, methods, data(), seed, counter::show);
            return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofHidden(evaluation);
        }
    }

    private static List<String> and(List<String> options, String... more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    private String model() {
        if (model == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--model=<model>'");
        }
        return model;
    }

    private void refuse(List<String> options, String why) {
        for (String option : options) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(spec.commandLine(), option + " " + why);
            }
        }
    }

    private Protocol protocol(boolean blindModel) {
        return noise.protocol(
                Optional.ofNullable(model),
                blindModel,
                methods.stream().map(Method::parse).toList(),
                seed);
    }

    private String denoising(Protocol protocol) throws IOException {
        refuse(InspectionOptions.NAMES, ONLY_OF_ANOMALIES);
        try (Models models = engine.open();
                ProgressCounter counter = counter()) {
            Evaluation evaluation =
                    DenoisingEvaluation.run(models, protocol, TestSet.read(data(), shard.shard()), counter::show);
            return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofDenoising(evaluation, protocol);
        }
    }

    private String filling(Path masks) throws IOException {
        refuse(OF_NOISE, "belongs to denoising, it has no meaning with --masks");
        List<FillMethod> fills = methods.stream().map(FillMethod::parse).toList();
        try (Models models = engine.open();
                ProgressCounter counter = counter()) {
            Evaluation evaluation = FillingEvaluation.run(
                    models,
                    Optional.ofNullable(model),
                    fills,
                    OccludedSet.read(data(), masks, shard.shard()),
                    counter::show);
            return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofFilling(evaluation);
        }
    }

    private ProgressCounter counter() {
        return new ProgressCounter(spec.commandLine().getErr(), "pictures measured");
    }
}
