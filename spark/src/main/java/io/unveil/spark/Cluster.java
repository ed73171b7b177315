package io.unveil.spark;

import io.unveil.pipeline.InvalidParameter;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/** What a run asks of its executors before it gives them work. */
final class Cluster {
    private Cluster() {}

    /**
     * Refuses folders that cannot be read from or written to, before the cluster is asked for anything.
     *
     * @param again whether the output may have files of an earlier run
     * @param ways in which it may
     */
    static void requireUsable(FolderOptions folders, boolean again, String ways) throws IOException {
        RemoteFiles files = new RemoteFiles(SparkHadoopUtil.get().newConfiguration(new SparkConf()));
        Path input = files.qualified("--input", folders.input());
        Path output = files.qualified("--output", folders.output());
        if (!files.isFolder(input)) {
            throw new InvalidParameter("--input", input.toString(), "a folder that exists");
        }
        if (input.equals(output)) {
            throw new InvalidParameter(
                    "--output", output.toString(), "another folder: the pictures would be overwritten");
        }
        if (!again && !files.isEmpty(output)) {
            throw new InvalidParameter(
                    "--output", output.toString(), "a folder that is empty or does not exist; " + ways);
        }
    }

    /** An executor may use only its own cores, whatever the machine has. */
    static int workers(SparkSession spark) {
        return spark.sparkContext().isLocal()
                ? spark.sparkContext().defaultParallelism()
                : spark.sparkContext().getConf().getInt("spark.executor.cores", 0);
    }

    /** Refuses to start where an executor lacks models or has others; those that come later fail their own tasks. */
    static void requireModels(SparkSession spark, ModelDigests models) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        int visits = 2 * spark.sparkContext().defaultParallelism();
        List<String> faults = context.parallelize(
                        IntStream.range(0, visits).boxed().toList(), visits)
                .flatMap(new ModelVisit(models))
                .collect();
        if (!faults.isEmpty()) {
            throw new JobFailed("not every executor has the driver's models: "
                    + faults.stream().distinct().sorted().collect(Collectors.joining("; ")));
        }
    }
}
