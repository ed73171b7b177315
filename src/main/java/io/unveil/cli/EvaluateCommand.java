package io.unveil.cli;

import io.unveil.evaluation.Condition;
import io.unveil.evaluation.DenoisingEvaluation;
import io.unveil.evaluation.Evaluation;
import io.unveil.evaluation.Protocol;
import io.unveil.evaluation.TestSet;
import io.unveil.inference.Models;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.Method;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
            "PSNR (peak 255) and SSIM are means over the pictures."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineOptions engine;

    @Option(names = "--model", required = true, description = "Name of the model.")
    private String model;

    @Option(names = "--data", required = true, description = "Folder (searched recursively) or .zip of clean pictures.")
    private Path data;

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
            names = "--method",
            split = ",",
            defaultValue = "model",
            description = "model, nlm, or both with a comma (default: ${DEFAULT-VALUE}).")
    private List<String> methods;

    @Option(
            names = "--seed",
            defaultValue = "0",
            description = "Picture number i, from 0, is spoiled from seed + i (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Protocol protocol = new Protocol(
                model,
                conditions(),
                input(),
                blind,
                methods.stream().map(Method::parse).toList(),
                seed);
        Evaluation evaluation;
        try (Models models = engine.open();
                Counter counter = new Counter(spec.commandLine().getErr(), "pictures measured")) {
            evaluation = DenoisingEvaluation.run(models, protocol, TestSet.read(data), counter::show);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.of(EvaluationTable.rounded(evaluation)) : EvaluationTable.of(evaluation, protocol));
        out.flush();
        return 0;
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
