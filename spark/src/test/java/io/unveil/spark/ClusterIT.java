package io.unveil.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The shaded jar on a real cluster: a master and two workers, each a process of its own, on this machine. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {
    private static final int PICTURES = 8;
    private static final String MODEL = "denoise-gray-fast";

    /** What the command of the project above is: its bytes are the service's. */
    private static final Path COMMAND = Path.of("..", "target", "unveil.jar").toAbsolutePath();

    @TempDir
    static Path folder;

    private static Path in;
    private static Path out;
    private static TestCluster cluster;

    @BeforeAll
    static void begin() throws Exception {
        assertThat(COMMAND).as("./mvnw package -DskipTests makes it").exists();
        in = folder.resolve("in");
        out = folder.resolve("out");
        for (int i = 0; i < PICTURES; i++) { // a little over a mebibyte each: each is a task
            TestPictures.noisy(in.resolve("day %d/%d.bmp".formatted(i % 3, i)), 1080, 1024, 1, i);
        }
        cluster = TestCluster.start(Files.createDirectories(folder.resolve("spark")));
    }

    @AfterAll
    static void end() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static Object[] denoise(Object... more) {
        Object[] words = {
            "denoise",
            "--input",
            in.toUri(),
            "--output",
            out.toUri(),
            "--models",
            TestPictures.MODELS,
            "--device=cpu",
            "--precision=fp32",
            "--split=1",
            "--model",
            MODEL,
            "--sigma=25"
        };
        Object[] all = new Object[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    @Test
    @Order(1)
    void everyPictureIsThereOnceAlthoughAnExecutorIsKilledInTheMiddle() throws Exception {
        AtomicBoolean killed = new AtomicBoolean();
        TestCluster.Ended run = cluster.submit(
                folder,
                line -> {
                    boolean working = line.contains("Finished task") && Files.exists(out.resolve(ReportTable.NAME));
                    if (working && killed.compareAndSet(false, true)) {
                        cluster.killOneExecutor();
                    }
                },
                denoise());
        assertThat(run.code()).as(run.log()).isZero();
        assertThat(killed).isTrue();
        assertThat(run.log())
                .contains("Lost executor")
                .contains("%d pictures, 0 of them with a problem".formatted(PICTURES));

        Path expected = folder.resolve("expected");
        command(expected);
        assertThat(TestPictures.names(out)).hasSize(PICTURES).isEqualTo(TestPictures.names(expected));
        for (String name : TestPictures.names(expected)) {
            assertThat(Files.readAllBytes(out.resolve(name)))
                    .as(name)
                    .isEqualTo(Files.readAllBytes(expected.resolve(name)));
        }
        Map<String, Integer> rows = rows();
        assertThat(rows).hasSize(PICTURES);
        assertThat(rows.values()).containsOnly(1);
    }

    @Test
    @Order(2)
    void aRunThatIsStartedAgainSkipsWhatIsDone() throws Exception {
        TestCluster.Ended run = cluster.submit(folder, line -> {}, denoise("--resume"));
        assertThat(run.code()).as(run.log()).isZero();
        assertThat(run.log()).contains("all %d pictures are done already and skipped".formatted(PICTURES));
    }

    /** The driver's folder holds models under a relative name; the executors run elsewhere. */
    @Test
    @Order(3)
    void modelsThatAnExecutorLacksAreNamedBeforeAnyPictureIsRead() throws Exception {
        Files.createSymbolicLink(folder.resolve("models"), TestPictures.MODELS);
        Path unused = folder.resolve("unused");
        TestCluster.Ended run = cluster.submit(
                folder, line -> {}, "denoise", "--input", in.toUri(), "--output", unused.toUri(), "--models", "models");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.log())
                .contains("unveil-spark denoise: not every executor has the driver's models: executor ")
                .contains(": there are no models in ");
        assertThat(unused).doesNotExist();
    }

    private static void command(Path expected) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        COMMAND.toString(),
                        "denoise",
                        in.toString(),
                        "-o",
                        Files.createDirectories(expected).toString(),
                        "--models",
                        TestPictures.MODELS.toString(),
                        "--model",
                        MODEL,
                        "--sigma=25",
                        "--device=cpu",
                        "--precision=fp32")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static Map<String, Integer> rows() throws Exception {
        Map<String, Integer> rows = new HashMap<>();
        try (SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .getOrCreate()) {
            List<Row> all = spark.read()
                    .parquet(out.resolve(ReportTable.NAME).toString())
                    .collectAsList();
            all.forEach(row -> rows.merge(row.getAs(ReportTable.PATH), 1, Integer::sum));
        }
        return rows;
    }
}
