package io.unveil.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.inference.TestModels;
import io.unveil.web.Requests.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Batches across {@code kill -9}: of the only process, with the embedded database; and of one of two that share a
 * PostgreSQL, whose address is the property {@code unveil.postgres}. Without it that test is skipped.
 */
class JobsOutliveProcessesTest {
    private static final int PICTURES = 12;
    private static final Path MODELS = Path.of("target", "web-test", "process-models");

    @TempDir
    Path folder;

    @BeforeAll
    static void models() {
        TestModels.box(MODELS, "denoise-gray", 1);
    }

    @Test
    void aBatchGoesOnAfterTheServiceWasKilledAndStartedAgain() throws IOException {
        String job;
        try (ServiceProcess first = start("--unveil.jobs.folder=" + folder)) {
            job = accepted(first);
            awaitDone(first, job, 2);
            first.kill();
        }
        try (ServiceProcess second = start("--unveil.jobs.folder=" + folder)) {
            assertThat(second.jobs().ended(job).get("state").asString()).isEqualTo("done");
            everyPictureIsThereOnce(second, job);
        }
    }

    @Test
    void aBatchOfAKilledProcessIsTakenUpByAnotherAndOneProcessCancelsWhatAnotherDoes() throws Exception {
        String postgres = System.getProperty("unveil.postgres", "");
        assumeTrue(
                !postgres.isEmpty(),
                "no PostgreSQL: give -Dunveil.postgres=jdbc:postgresql://localhost/postgres?user=postgres");
        String address = postgres + (postgres.contains("?") ? "&" : "?") + "currentSchema=" + schema(postgres);
        String[] shared = {"--unveil.jobs.database=" + address, "--unveil.jobs.folder=" + folder};
        try (ServiceProcess one = start(shared);
                ServiceProcess other = start(shared)) {
            String job = accepted(one);
            awaitDone(other, job, 2);
            ServiceProcess working = worker(address, job) == one.pid() ? one : other;
            ServiceProcess left = working == one ? other : one;
            working.kill();

            assertThat(left.jobs().ended(job).get("state").asString()).isEqualTo("done");
            everyPictureIsThereOnce(left, job);
            assertThat(worker(address, job)).as("nobody has it any more").isZero();

            try (ServiceProcess third = start(shared)) {
                String next = accepted(third);
                awaitDone(left, next, 1);
                ServiceProcess idle = worker(address, next) == left.pid() ? third : left;
                assertThat(idle.service()
                                .send(next, "DELETE", BodyPublishers.noBody())
                                .status())
                        .isEqualTo(204);
                JsonNode ended = idle.jobs().ended(next);
                assertThat(ended.get("state").asString()).isEqualTo("cancelled");
                assertThat(ended.at("/pictures/done").asInt()).isLessThan(PICTURES);
                JobCalls.accepted(left.service().send(next + "/resume", "POST", BodyPublishers.noBody()));
                assertThat(third.jobs().ended(next).get("state").asString()).isEqualTo("done");
                everyPictureIsThereOnce(third, next);
            }
        }
    }

    private static ServiceProcess start(String... settings) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "--unveil.models=" + MODELS,
                "--unveil.tile=64",
                "--unveil.jobs.heartbeat=500ms",
                "--unveil.jobs.poll=200ms"));
        all.addAll(List.of(settings));
        return ServiceProcess.start(all.toArray(String[]::new));
    }

    private static String accepted(ServiceProcess service) throws IOException {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        for (int i = 0; i < PICTURES; i++) {
            pictures.put("%02d.png".formatted(i), picture(i));
        }
        byte[] zip = BatchesOverHttpTest.zip(pictures);
        return JobCalls.accepted(
                service.service().post("/v1/batches/denoise?sigma=20&quality=best", "application/zip", zip));
    }

    /** No two are alike. */
    private static byte[] picture(int number) {
        return Drawn.file(Drawn.slope(300 + number, 1, 20, BitDepth.EIGHT, Format.PNG));
    }

    /** Follows the job until so many pictures are done, and leaves it at that. */
    private static void awaitDone(ServiceProcess service, String job, int pictures) {
        assertThat(service.jobs()
                        .until(job, state -> state.at("/pictures/done").asInt() >= pictures)
                        .get("state")
                        .asString())
                .as("in the middle")
                .isNotEqualTo("done");
    }

    private static void everyPictureIsThereOnce(ServiceProcess service, String job) throws IOException {
        Answer result = service.jobs().result(job);
        Map<String, byte[]> files = BatchesOverHttpTest.unzip(result.body()); // which fails on a name that comes twice
        List<String> names =
                IntStream.range(0, PICTURES).mapToObj("%02d.png"::formatted).toList();
        assertThat(files.keySet()).containsAll(names).hasSize(PICTURES + 2);
        JsonNode report = JsonMapper.shared().readTree(files.get("report.json"));
        assertThat(report.valueStream().map(row -> row.get("name").asString())).containsExactlyElementsOf(names);
        assertThat(report.valueStream().map(row -> row.get("state").asString())).containsOnly("done");
        assertThat(new String(files.get("report.csv"), UTF_8).lines()).hasSize(PICTURES + 1);
        byte[] now = service.service()
                .post("/v1/denoise?sigma=20&quality=best", "image/png", picture(7))
                .body();
        assertThat(files.get("07.png")).isEqualTo(now);
    }

    /** A schema of its own, so that no run sees what another left. */
    private static String schema(String postgres) throws SQLException {
        String name = "unveil_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + name);
        }
        return name;
    }

    /** The process that works on a job; 0 where none does. */
    private static long worker(String address, String job) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select picked_by from unveil_task where picked and task_instance = '%s'"
                                .formatted(job.substring("/v1/jobs/".length())))) {
            return row.next() ? Long.parseLong(row.getString(1).split("-")[0]) : 0;
        }
    }
}
