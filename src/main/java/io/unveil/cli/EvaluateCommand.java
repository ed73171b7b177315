package io.unveil.cli;

import io.unveil.autoencoder.ModelFolder;
import io.unveil.autoencoder.Task;
import io.unveil.data.Dataset;
import io.unveil.data.InspectionSet;
import io.unveil.data.Part;
import io.unveil.evaluation.AnomalyEvaluation;
import io.unveil.evaluation.Condition;
import io.unveil.evaluation.DenoisingEvaluation;
import io.unveil.evaluation.Evaluation;
import io.unveil.evaluation.FillingEvaluation;
import io.unveil.evaluation.OccludedSet;
import io.unveil.evaluation.OneClassEvaluation;
import io.unveil.evaluation.Protocol;
import io.unveil.evaluation.TestSet;
import io.unveil.image.Size;
import io.unveil.inference.Models;
import io.unveil.pipeline.FillMethod;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.Method;
import io.unveil.pipeline.Scoring;
import io.unveil.training.Examination;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
            "With --masks, parts of the pictures are hidden and filled, and compared under the mask alone.",
            "With --holes, an autoencoder takes off what hides parts of the pictures, and is compared where it was.",
            "A model for autoencode or regress is asked what its own recipe asks: --data is then what train takes.",
            "With --use, an autoencoder is put to use, and measured at that.",
            "PSNR (peak 255) and SSIM are means over the pictures."
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final List<String> OF_NOISE = List.of("--sigma", "--noise", "--input", "--blind", "--seed");
    private static final List<String> OF_PICTURES =
            List.of("--sigma", "--noise", "--input", "--blind", "--seed", "--masks", "--holes", "--method");

    private static final List<String> OF_TOLD_DAMAGE = List.of("--sigma", "--noise", "--input", "--blind", "--masks");

    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineOptions engine;

    @Option(
            names = "--model",
            description =
                    "Name of the model; with --masks it may be left out: the one that fits, or none by classical methods.")
    private @Nullable String model;

    @Option(
            names = "--data",
            required = true,
            description =
                    "Folder (searched recursively) or .zip of clean pictures; with --use what train takes, in two parts.")
    private Path data;

    @Mixin
    private UseOptions use;

    @Mixin
    private HiddenOptions hidden;

    @Option(
            names = "--sigma",
            split = ",",
            defaultValue = "15,25,50",
            description = "Levels of Gaussian noise, 0 to 100, in 8-bit levels (default: ${DEFAULT-VALUE}).")
    private List<Double> sigmas;

    @Option(
            names = "--noise",
            defaultValue = "gaussian",
            description =
                    "gaussian, with --sigma, or KIND:AMOUNT as in degrade, whose level is then estimated (default: ${DEFAULT-VALUE}).")
    private String noise;

    @Option(
            names = "--input",
            defaultValue = "float",
            description =
                    "float: noise unclipped, as the field measures; 8bit: clipped and rounded, as in files (default: ${DEFAULT-VALUE}).")
    private String input;

    @Option(names = "--blind", description = "Let sigma be estimated instead of told.")
    private boolean blind;

    @Option(
            names = "--masks",
            description =
                    "Measure filling: a folder with one folder a kind of masks, each with one for every picture under its name, white = hidden.")
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
            description = "Picture number i, from 0, is spoiled from seed + i (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--half",
            description =
                    "Of a model that scores anomalies: 1 or 2, every other picture of each class, so that settings are chosen on one half and the other is reported.")
    private @Nullable Integer half;

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

    private String byTask() throws IOException {
        Protocol protocol = protocol(); // a wrong word is told before a model is looked for
        engine.compute();
        ModelFolder folder = engine.folder().read(model());
        if (folder.manifest().task() != Task.ANOMALY) {
            use.refuseWithoutUse();
        }
        return switch (folder.manifest().task()) {
            case AUTOENCODE, REGRESS -> lesson(folder);
            case ANOMALY -> anomaly();
            case DENOISE, FILL -> denoising(protocol);
        };
    }

    private String lesson(ModelFolder folder) throws IOException {
        refuse(OF_PICTURES, "has no meaning for a model that is asked what its own recipe asks");
        Evaluation evaluation = LessonTable.evaluation(
                model(), Examination.of(folder, data.toString()).run());
        return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofUse(evaluation);
    }

    private String anomaly() throws IOException {
        refuse(OF_PICTURES, "has no meaning for a model that scores anomalies");
        Optional<Integer> normal = use.onlyNormalClass();
        if (normal.isPresent()) {
            return oneClass(normal.get());
        }
        InspectionSet set = InspectionSet.read(data.toString());
        try (Models models = engine.open();
                Counter counter = counter()) {
            Evaluation evaluation = AnomalyEvaluation.run(
                    models,
                    model(),
                    new Scoring(models).scorings(model()),
                    half == null ? set : set.half(half == 1),
                    counter::show);
            return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofUse(evaluation);
        }
    }

    private String oneClass(int normal) throws IOException {
        refuse(List.of("--half"), "is of folders of normal and other pictures, it has no meaning with --normal-class");
        try (Models models = engine.open();
                Counter counter = counter()) {
            int channels = models.require(model(), "anomaly").card().channels();
            Dataset test = Dataset.read(data.toString(), Part.TEST, channels, new Size(1, 1));
            Evaluation evaluation = OneClassEvaluation.ofScorings(models, model(), normal, test, counter::show);
            return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofUse(evaluation);
        }
    }

    private String use() throws IOException {
        refuse(OF_PICTURES, "has no meaning with --use");
        String name = model();
        try (Models models = engine.open();
                Counter counter = counter()) {
            Evaluation evaluation = use.run(models, name, data.toString(), counter::show);
            return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofUse(evaluation);
        }
    }

    private String hidden() throws IOException {
        refuse(OF_TOLD_DAMAGE, "has no meaning with --holes");
        String name = model();
        try (Models models = engine.open();
                Counter counter = counter()) {
            Evaluation evaluation = hidden.run(models, name, methods, data, seed, counter::show);
            return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofHidden(evaluation);
        }
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

    private Protocol protocol() {
        return new Protocol(
                model(),
                conditions(),
                input(),
                blind,
                methods.stream().map(Method::parse).toList(),
                seed);
    }

    private String denoising(Protocol protocol) throws IOException {
        try (Models models = engine.open();
                Counter counter = counter()) {
            Evaluation evaluation = DenoisingEvaluation.run(models, protocol, TestSet.read(data), counter::show);
            return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofDenoising(evaluation, protocol);
        }
    }

    private String filling(Path masks) throws IOException {
        refuse(OF_NOISE, "is of denoising, it has no meaning with --masks");
        List<FillMethod> fills = methods.stream().map(FillMethod::parse).toList();
        try (Models models = engine.open();
                Counter counter = counter()) {
            Evaluation evaluation = FillingEvaluation.run(
                    models, Optional.ofNullable(model), fills, OccludedSet.read(data, masks), counter::show);
            return json ? EvaluationTable.json(evaluation) : EvaluationTable.ofFilling(evaluation);
        }
    }

    private Counter counter() {
        return new Counter(spec.commandLine().getErr(), "pictures measured");
    }

    private List<Condition> conditions() {
        try {
            return noise.equals("gaussian")
                    ? sigmas.stream().map(Condition::gaussian).toList()
                    : List.of(Condition.of(noise));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Protocol.Input input() {
        return switch (input) {
            case "float" -> Protocol.Input.FLOAT;
            case "8bit" -> Protocol.Input.EIGHT_BIT;
            default -> throw new InvalidParameter("input", input, "'float' or '8bit'");
        };
    }
}
