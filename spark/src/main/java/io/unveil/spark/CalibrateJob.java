package io.unveil.spark;

import io.unveil.calibration.Calibrated;
import io.unveil.calibration.Calibration;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import io.unveil.model.ScoringMethod;
import io.unveil.model.Task;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.score.Calibrating;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code calibrate}: the scores of normal pictures, as the command of that name takes them. The numbers of all pictures
 * are put together in order of the pictures' names, none is rounded or thinned out before: the manifest is the one that
 * one machine would write.
 */
@Command(
        name = "calibrate",
        description =
                "Scores a folder of normal pictures with a model that scores anomalies, and writes a manifest with their scores.")
final class CalibrateJob implements Callable<Integer> {
    /** As many as the command asks for. */
    private static final int FEWEST = 8;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOptions folders;

    @Option(names = "--model", required = true, description = "Name of the model.")
    private String model;

    @Option(names = "--overwrite", description = "Replace the manifest in an output that is not empty.")
    private boolean overwrite;

    @Override
    public Integer call() throws IOException {
        folders.check();
        Cluster.requireUsable(folders, overwrite, "with --overwrite the manifest in it is replaced");
        try (SparkSession spark =
                SparkSession.builder().appName(spec.qualifiedName()).getOrCreate()) {
            return on(spark);
        }
    }

    private int on(SparkSession spark) throws IOException {
        RemoteFiles files = new RemoteFiles(spark.sparkContext().hadoopConfiguration());
        Path input = files.qualified("--input", folders.input());
        Path output = files.qualified("--output", folders.output());
        ModelDigests models = ModelDigests.here(folders.models());
        models.require(Optional.of(model), Task.ANOMALY);
        Manifest manifest = ModelFolder.read(
                        ModelDigests.place(folders.models()).resolve(model))
                .manifest();
        List<ScoringMethod> scorings = manifest.inspection().orElseThrow().scorings().stream()
                .map(Manifest.Scoring::method)
                .toList();
        List<ScoringMethod> parts = List.copyOf(Calibrating.parts(scorings));
        List<Splits.Split> splits = Splits.of(files.pictures(input, output), folders.splitBytes());
        Cluster.requireModels(spark, models);
        List<NormalRow> rows = rows(
                spark,
                splits,
                new NormalTask(
                        input.toString(),
                        model,
                        parts,
                        models,
                        folders.device().device(),
                        folders.device().precision(),
                        Cluster.workers(spark),
                        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration())));
        List<NormalRow> scored = scored(rows, input);
        Map<ScoringMethod, Calibrating.Measured> measured = Calibrating.all(scorings, measured(parts, scored));
        String command = "unveil-spark " + String.join(" ", UnveilSpark.typed(spec));
        write(files, output, Calibration.manifest(manifest, input.getName(), scored.size(), measured, command));
        say(Calibrated.of(
                        model,
                        input.getName(),
                        scored.stream().map(NormalRow::name).toList(),
                        measured)
                .toString());
        return 0;
    }

    private static List<NormalRow> rows(SparkSession spark, List<Splits.Split> splits, NormalTask task) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        return context.parallelize(splits, Math.max(1, splits.size()))
                .flatMap(task)
                .collect();
    }

    /** In order of name; those without scores are named and left out. */
    private List<NormalRow> scored(List<NormalRow> rows, Path input) {
        List<NormalRow> scored = rows.stream()
                .filter(NormalRow::isScored)
                .sorted(Comparator.comparing(NormalRow::name))
                .toList();
        rows.stream()
                .filter(row -> !row.isScored())
                .forEach(row -> say("%s left out: %s".formatted(row.name(), row.problem())));
        if (scored.size() < FEWEST) {
            throw new InvalidParameter(
                    "--input",
                    "%s with %d normal pictures".formatted(input, scored.size()),
                    "a folder with at least %d, some dozens are better".formatted(FEWEST));
        }
        return scored;
    }

    private static Map<ScoringMethod, Calibrating.Measured> measured(
            List<ScoringMethod> parts, List<NormalRow> scored) {
        Map<ScoringMethod, Calibrating.Measured> measured = new EnumMap<>(ScoringMethod.class);
        for (int part = 0; part < parts.size(); part++) {
            int at = part;
            measured.put(
                    parts.get(part),
                    new Calibrating.Measured(
                            scored.stream().mapToDouble(row -> row.scores()[at]).toArray(),
                            scored.stream().mapToDouble(row -> row.peaks()[at]).toArray()));
        }
        return measured;
    }

    private static void write(RemoteFiles files, Path output, Manifest manifest) throws IOException {
        java.nio.file.Path folder = Files.createTempDirectory("unveil");
        try {
            ModelFolder.write(folder, manifest);
            files.writeWhole(output, ModelFolder.MANIFEST, Files.readAllBytes(folder.resolve(ModelFolder.MANIFEST)));
            files.delete(new Path(output, RemoteFiles.UNFINISHED));
        } finally {
            Files.deleteIfExists(folder.resolve(ModelFolder.MANIFEST));
            Files.delete(folder);
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
