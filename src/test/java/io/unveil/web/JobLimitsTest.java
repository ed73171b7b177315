package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.job.Jobs;
import io.unveil.web.Requests.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;

/** Jobs belong to keys, are few, take little room, and do not stay. */
@TestPropertySource(
        properties = {"unveil.tile=64", "unveil.jobs.per-caller=2", "unveil.jobs.room=3MB", "unveil.jobs.keep=1s"})
@DirtiesContext
class JobLimitsTest extends RunningService {
    private static final Path FOLDER = Path.of("target", "web-test", "job-limits");
    private static final String[] ONE = {"Prefer", "respond-async", "X-API-Key", "one"};
    private static final String[] OTHER = {"Prefer", "respond-async", "X-API-Key", "other"};

    @Autowired
    Jobs jobs;

    @DynamicPropertySource
    static void jobs(DynamicPropertyRegistry registry) throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        registry.add("unveil.jobs.folder", FOLDER::toString);
        registry.add("unveil.security.api-keys", () -> "%s,%s".formatted(hash("one"), hash("other")));
    }

    private static String hash(String key) {
        return HexFormat.of().formatHex(ApiKeys.sha256(key));
    }

    @Test
    void aJobBelongsToItsKeyWhichMayHaveSoManyAndTheirFilesSoMuchRoom() throws IOException {
        byte[] slow = Drawn.file(Drawn.slope(1000, 1, 20, BitDepth.EIGHT, Format.PNG));
        String first = JobCalls.accepted(service().post("/v1/denoise?quality=best&sigma=20", "image/png", slow, ONE));

        ProblemsOverHttpTest.is(service().get(first, OTHER), 404, "unknown-job", "there is no job");
        ProblemsOverHttpTest.is(
                service().send(first, "DELETE", BodyPublishers.noBody(), OTHER), 404, "unknown-job", "there is no job");
        ProblemsOverHttpTest.is(service().get(first), 401, "unauthorized", "");

        String second = JobCalls.accepted(service().post("/v1/denoise?sigma=20", "image/png", slow, ONE));
        Answer third = service().post("/v1/denoise?sigma=20", "image/png", slow, ONE);
        ProblemsOverHttpTest.is(third, 429, "too-many-jobs", "unveil.jobs.per-caller");
        assertThat(third.header("Retry-After")).isNotEmpty();
        ProblemsOverHttpTest.is(
                service().post("/v1/denoise?sigma=21", "image/png", bulky(), OTHER),
                503,
                "jobs-unavailable",
                "unveil.jobs.room");
        for (String job : new String[] {first, second}) {
            assertThat(service()
                            .send(job, "DELETE", BodyPublishers.noBody(), ONE)
                            .status())
                    .isEqualTo(204);
        }
    }

    /** Noise that no PNG makes small. */
    private static byte[] bulky() {
        return Drawn.file(Drawn.slope(1000, 3, 60, BitDepth.EIGHT, Format.PNG));
    }

    @Test
    void aFinishedJobIsDeletedAfterItsTime() {
        String job = JobCalls.accepted(service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng(), OTHER));
        Path files = FOLDER.resolve(job.substring("/v1/jobs/".length()));
        while (service().get(job, OTHER).status() != 404) {
            Thread.onSpinWait();
        }
        assertThat(files).doesNotExist();
    }

    @Test
    void withoutItsDatabaseJobsAreRefusedAndPicturesServed() throws IOException {
        jobs.close();
        Path hidden = FOLDER.resolveSibling("job-limits-hidden");
        FileSystemUtils.deleteRecursively(hidden);
        boolean moved = Files.exists(FOLDER);
        if (moved) {
            Files.move(FOLDER, hidden);
        }
        Files.writeString(FOLDER, "a file where the folder should be");
        try {
            Answer refused = service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng(), OTHER);
            ProblemsOverHttpTest.is(refused, 503, "jobs-unavailable", "unveil.jobs.folder");
            assertThat(refused.header("Retry-After")).isNotEmpty();
            assertThat(service()
                            .post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng(), "X-API-Key", "other")
                            .status())
                    .isEqualTo(200);
        } finally {
            Files.delete(FOLDER);
            if (moved) {
                Files.move(hidden, FOLDER);
            }
        }
        String job = JobCalls.accepted(service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng(), OTHER));
        assertThat(new JobCalls(service()).ended(job, OTHER).get("state").asString())
                .as("once it is there again")
                .isEqualTo("done");
    }
}
