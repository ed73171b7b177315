package io.unveil.spark;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The driver's part of a run: what can be refused is refused before any picture is read; then the files are given out.
 */
record Run(PictureJob job, CommandSpec spec) {
    /** Rows become durable with each task, so that a run that is killed can be resumed. */
    private static final String COMMIT_EACH_TASK = "mapreduce.fileoutputcommitter.algorithm.version";

    private static final String AGAIN = "with --resume what is done in it is kept, with --overwrite it is made anew";

    /** Gives the exit code. */
    int call() throws IOException {
        job.run().check();
        job.check();
        Cluster.requireUsable(
                job.run().folders(), job.run().resume() || job.run().overwrite(), AGAIN);
        try (SparkSession spark =
                SparkSession.builder().appName(spec.qualifiedName()).getOrCreate()) {
            return on(spark);
        }
    }

    private int on(SparkSession spark) throws IOException {
        RemoteFiles files = new RemoteFiles(spark.sparkContext().hadoopConfiguration());
        Path input = files.qualified("--input", job.run().folders().input());
        Path output = files.qualified("--output", job.run().folders().output());
        ModelDigests models = ModelDigests.here(job.run().folders().models());
        models.require(job.model(), job.task());
        Path table = new Path(output, ReportTable.NAME);
        Set<String> done = done(spark, files, table);
        List<SourceFile> all = files.pictures(input, output);
        List<SourceFile> left =
                all.stream().filter(file -> !done.contains(file.name())).toList();
        if (all.isEmpty()) {
            throw new JobFailed("%s holds no picture".formatted(input));
        }
        if (!left.isEmpty()) {
            List<Splits.Split> splits = Splits.of(left, job.run().folders().splitBytes());
            say("%d pictures, %.1f MiB, in %d tasks; %d more are done already and skipped"
                    .formatted(
                            left.size(),
                            left.stream().mapToLong(SourceFile::bytes).sum() / (double) (1 << 20),
                            splits.size(),
                            all.size() - left.size()));
            Cluster.requireModels(spark, models);
            work(spark, splits, table, task(spark, input, output, models));
            files.delete(new Path(output, RemoteFiles.UNFINISHED));
        } else {
            say("all %d pictures are done already and skipped".formatted(all.size()));
        }
        return summary(spark, table);
    }

    /** The names of the pictures that an earlier run has dealt with. */
    private Set<String> done(SparkSession spark, RemoteFiles files, Path table) throws IOException {
        if (job.run().overwrite()) {
            files.delete(table);
        }
        if (!files.exists(table)) {
            return Set.of();
        }
        return new HashSet<>(table(spark, table)
                .select(ReportTable.PATH)
                .as(Encoders.STRING())
                .collectAsList());
    }

    private static Dataset<Row> table(SparkSession spark, Path table) {
        return spark.read().schema(ReportTable.SCHEMA).parquet(table.toString());
    }

    private PictureTask task(SparkSession spark, Path input, Path output, ModelDigests models) {
        return new PictureTask(
                UnveilSpark.typed(spec),
                input.toString(),
                output.toString(),
                models,
                Cluster.workers(spark),
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    }

    private static void work(SparkSession spark, List<Splits.Split> splits, Path table, PictureTask task) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        JavaRDD<Row> rows = context.parallelize(splits, splits.size()).flatMap(task);
        try {
            spark.createDataFrame(rows, ReportTable.SCHEMA)
                    .write()
                    .mode(SaveMode.Append)
                    .option(COMMIT_EACH_TASK, "2")
                    .parquet(table.toString());
        } catch (Exception e) { // Scala's exceptions are checked, and Java does not see them
            throw new JobFailed(
                    "the run ended early; what is done stays, --resume goes on from there: " + JobFailed.reason(e), e);
        }
    }

    private int summary(SparkSession spark, Path table) {
        Dataset<Row> rows = table(spark, table);
        long all = rows.count();
        long problems = rows.filter(rows.col(ReportTable.PROBLEM).isNotNull()).count();
        say("%s: %d pictures, %d of them with a problem".formatted(table, all, problems));
        return problems == all ? 1 : 0;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
