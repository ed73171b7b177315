package io.unveil.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spark's standalone master and two workers of one core each, as processes of their own on the loopback: an
 * installation of links to the build's own artifacts.
 */
final class TestCluster implements AutoCloseable {
    static final Path JAR = Path.of("target", "unveil-spark.jar").toAbsolutePath();

    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://127\\.0\\.0\\.1:\\d+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Path home;
    private final List<Process> workers = new ArrayList<>();
    private final Process master;
    private final String address;

    private TestCluster(Path home) throws IOException {
        this.home = home;
        this.master = start(
                List.of(
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "0",
                        "--webui-port",
                        "0"),
                home);
        this.address = await(master, MASTER).group(1);
        for (int i = 0; i < 2; i++) {
            Process worker = start(
                    List.of(
                            "org.apache.spark.deploy.worker.Worker",
                            "--host",
                            "127.0.0.1",
                            "--port",
                            "0",
                            "--webui-port",
                            "0",
                            "--cores",
                            "1",
                            "--memory",
                            "2g",
                            "--work-dir",
                            home.resolve("work" + i).toString(),
                            address),
                    home);
            workers.add(worker);
            await(worker, REGISTERED);
        }
    }

    /** @param home an empty folder */
    static TestCluster start(Path home) throws IOException {
        Path jars = Files.createDirectories(home.resolve("jars"));
        String classpath = Files.readString(Path.of("target", "spark-classpath.txt"));
        for (String jar : classpath.strip().split(":")) {
            Files.createSymbolicLink(jars.resolve(Path.of(jar).getFileName()), Path.of(jar));
        }
        return new TestCluster(home);
    }

    /** The end of a run, with everything that it printed. */
    record Ended(int code, String log) {}

    /**
     * Submits the shaded jar and waits for its end.
     *
     * @param line is told each line of the driver's log
     */
    Ended submit(Path directory, Consumer<String> line, Object... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                address,
                "--driver-memory",
                "512m",
                "--executor-cores",
                "1",
                "--executor-memory",
                "700m",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.ui.enabled=false",
                JAR.toString()));
        for (Object word : words) {
            command.add(word.toString());
        }
        Process driver = start(command, directory);
        StringBuilder log = new StringBuilder();
        try (BufferedReader lines = driver.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(one -> {
                log.append(one).append('\n');
                line.accept(one);
            });
            return new Ended(driver.waitFor(), log.toString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            driver.destroyForcibly();
        }
    }

    /** Kills the executor of one worker, as a machine that is switched off would. */
    void killOneExecutor() {
        ProcessHandle executor = workers.stream()
                .flatMap(worker -> worker.toHandle().descendants())
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(word -> word.endsWith("CoarseGrainedExecutorBackend")))
                .findFirst()
                .orElseThrow();
        executor.destroyForcibly();
    }

    private Process start(List<String> words, Path directory) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.net.preferIPv4Stack=true"));
        command.addAll(List.of(System.getProperty("spark.opens", "").split(" ")));
        command.addAll(List.of("-cp", home.resolve("jars") + "/*"));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().remove("SPARK_CONF_DIR");
        return builder.start();
    }

    /**
     * Reads a process's log up to a line; the rest is read and dropped, so that the process never waits for a reader.
     */
    private static Matcher await(Process process, Pattern awaited) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder log = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            log.append(line).append('\n');
            Matcher found = awaited.matcher(line);
            if (found.find()) {
                drain(lines);
                return found;
            }
        }
        throw new IllegalStateException("a process of the cluster ended early:\n" + log);
    }

    private static void drain(BufferedReader lines) {
        Thread thread = new Thread(() -> {
            try {
                while (lines.readLine() != null) {}
            } catch (IOException e) {
                return; // the process was ended, and its log with it
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        workers.forEach(worker -> {
            worker.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly();
        });
        master.destroyForcibly();
    }
}
