package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.web.Requests.Answer;
import io.unveil.web.Requests.Form;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests that are answered by a job, in the embedded database. */
@TestPropertySource(properties = "unveil.tile=64") // many pieces, so that there is progress to see
@DirtiesContext
class JobsOverHttpTest extends RunningService {
    private static final Path FOLDER = Path.of("target", "web-test", "jobs");
    private static final String NPY = io.unveil.web.Answer.Npy.MEDIA_TYPE;
    private static final String REGION = "[{\"x\":10,\"y\":5,\"width\":10,\"height\":10}]";

    @DynamicPropertySource
    static void jobs(DynamicPropertyRegistry registry) throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        registry.add("unveil.jobs.folder", FOLDER::toString);
    }

    private JobCalls jobs() {
        return new JobCalls(service());
    }

    static Stream<Arguments> requests() {
        byte[] gray = Drawn.noisyPng();
        byte[] mask = Drawn.file(Drawn.hole(48, 10, 5, 10));
        Form both = new Form().file("file", gray).file("reference", Drawn.cleanPng());
        return Stream.of(
                Arguments.of("/v1/denoise?sigma=20", new Form().file("file", gray), "image/png"),
                Arguments.of("/v1/denoise", both.field("sigma", "20"), "image/jpeg"),
                Arguments.of("/v1/fill", new Form().file("file", gray).file("mask", mask), "image/png"),
                Arguments.of("/v1/fill", new Form().file("file", gray).field("region", REGION), "image/tiff"),
                Arguments.of("/v1/anomaly?model=spots", new Form().file("file", gray), "image/*"),
                Arguments.of("/v1/reconstruct?model=dimmer", new Form().file("file", gray), "*/*"),
                Arguments.of("/v1/encode?model=quadrants", new Form().file("file", gray), "application/x-npy"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("requests")
    void theResultIsTheAnswerOfTheRouteByteForByte(String route, Form form, String accept) {
        Answer now = service().post(route, form, "Accept", accept);
        String job =
                JobCalls.accepted(service().post(route, form, "Accept", accept, "Prefer", "respond-async, wait=5"));
        JsonNode ended = jobs().ended(job);
        Answer result = jobs().result(job);

        assertThat(ended.get("state").asString()).as(ended.toString()).isEqualTo("done");
        assertThat(ended.get("share").asDouble()).isEqualTo(1);
        assertThat(ended.get("result").asString()).isEqualTo(job + "/result");
        assertThat(result.status()).isEqualTo(200);
        assertThat(result.body()).isEqualTo(now.body());
        now.response().headers().map().keySet().stream()
                .filter(name -> name.startsWith("unveil-") || name.equals("content-type"))
                .forEach(name -> assertThat(result.header(name)).as(name).isEqualTo(now.header(name)));
    }

    @Test
    void aBodyThatIsThePictureAndAnAnswerInJsonAreServedToo() {
        String route = "/v1/denoise?sigma=20";
        ObjectNode now = (ObjectNode) service()
                .post(route, "image/png", Drawn.noisyPng(), "Accept", "application/json")
                .json();
        String job = JobCalls.accepted(service()
                .post(route, "image/png", Drawn.noisyPng(), "Accept", "application/json", "Prefer", "respond-async"));
        jobs().ended(job);
        ObjectNode result = (ObjectNode) jobs().result(job).json();

        now.remove("timing");
        assertThat(result.remove("timing")).isNotNull();
        assertThat(result).isEqualTo(now);
    }

    @Test
    void aCodeComesBackAsItsPicture() {
        byte[] code = service()
                .post("/v1/encode?model=quadrants", "image/png", Drawn.noisyPng())
                .body();
        Answer now = service().post("/v1/decode?model=quadrants", NPY, code);
        String job = JobCalls.accepted(service().post("/v1/decode?model=quadrants", NPY, code, JobCalls.LATER));

        jobs().ended(job);
        assertThat(jobs().result(job).body()).isEqualTo(now.body());
    }

    @Test
    void aLayersMapsAreFoundByTheirPlace() {
        String route = "/v1/models/dimmer/maps?count=1";
        JsonNode now = service().post(route, "image/png", Drawn.noisyPng()).json();
        String job = JobCalls.accepted(service().post(route, "image/png", Drawn.noisyPng(), JobCalls.LATER));

        jobs().ended(job);
        assertThat(jobs().result(job).json().get("maps")).isEqualTo(now.get("maps"));
    }

    @Test
    void whatCanBeRefusedAtOnceIs() {
        ProblemsOverHttpTest.is(
                service().post("/v1/denoise?sigma=-1", "image/png", Drawn.noisyPng(), JobCalls.LATER),
                400,
                "invalid-parameter",
                "sigma was '-1'");
        ProblemsOverHttpTest.is(
                service().post("/v1/denoise", "image/png", "text".getBytes(), JobCalls.LATER),
                415,
                "unsupported-image",
                "");
    }

    @Test
    void aFailureIsKnownByTheProblemThatTheRouteWouldHaveAnswered() {
        String job = JobCalls.accepted(
                service().post("/v1/denoise?model=nobody", "image/png", Drawn.noisyPng(), JobCalls.LATER));

        JsonNode ended = jobs().ended(job);
        assertThat(ended.get("state").asString()).isEqualTo("failed");
        assertThat(ended.at("/problem/type").asString()).isEqualTo("/problems/unknown-model");
        assertThat(ended.at("/pictures/failed").asInt()).isEqualTo(1);
        ProblemsOverHttpTest.is(jobs().result(job), 404, "unknown-model", "there is no model 'nobody'");
    }

    @Test
    void theSameIdempotencyKeyGetsTheSameJobAndOfAnotherRequestARefusal() {
        String[] once = {"Prefer", "respond-async", "Idempotency-Key", "first-of-all"};
        String first = JobCalls.accepted(service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng(), once));
        String again = JobCalls.accepted(service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng(), once));

        assertThat(again).isEqualTo(first);
        ProblemsOverHttpTest.is(
                service().post("/v1/denoise?sigma=21", "image/png", Drawn.noisyPng(), once),
                422,
                "idempotency-conflict",
                "use a new key");
        jobs().ended(first);
        assertThat(JobCalls.accepted(service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng(), once)))
                .as("after its end too")
                .isEqualTo(first);
        ProblemsOverHttpTest.is(
                service()
                        .post(
                                "/v1/denoise",
                                "image/png",
                                Drawn.noisyPng(),
                                "Prefer",
                                "respond-async",
                                "Idempotency-Key",
                                "x".repeat(256)),
                400,
                "invalid-parameter",
                "Idempotency-Key");
    }

    @Test
    void aJobThatHasEndedIsDeletedWithItsFiles() {
        String job = JobCalls.accepted(
                service().post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng(), JobCalls.LATER));
        jobs().ended(job);
        Path files = FOLDER.resolve(job.substring("/v1/jobs/".length()));
        assertThat(files).isDirectoryContaining(file -> Files.isRegularFile(file));

        assertThat(service().send(job, "DELETE", BodyPublishers.noBody()).status())
                .isEqualTo(204);
        assertThat(files).doesNotExist();
        ProblemsOverHttpTest.is(service().get(job), 404, "unknown-job", "there is no job");
        ProblemsOverHttpTest.is(jobs().result(job), 404, "unknown-job", "there is no job");
    }

    @Test
    void aLargePictureIsStoppedAndResumed() {
        byte[] large = Drawn.file(Drawn.slope(600, 1, 20, BitDepth.EIGHT, Format.PNG));
        String job = JobCalls.accepted(
                service().post("/v1/denoise?sigma=20&quality=best", "image/png", large, JobCalls.LATER));
        ProblemsOverHttpTest.is(jobs().result(job), 409, "job-state", "its result is there when it is done");

        assertThat(service().send(job, "DELETE", BodyPublishers.noBody()).status())
                .isEqualTo(204);
        JsonNode cancelled = jobs().ended(job);
        assertThat(cancelled.get("state").asString()).isEqualTo("cancelled");
        assertThat(cancelled.get("share").asDouble()).isLessThan(1);
        ProblemsOverHttpTest.is(jobs().result(job), 409, "job-state", "the job is cancelled");

        JobCalls.accepted(service().send(job + "/resume", "POST", BodyPublishers.noBody()));
        assertThat(jobs().ended(job).get("state").asString()).isEqualTo("done");
        ProblemsOverHttpTest.is(
                service().send(job + "/resume", "POST", BodyPublishers.noBody()),
                409,
                "job-state",
                "only a cancelled one");
    }

    @Test
    void theShareThatIsDoneRisesAndTheTimeThatIsLeftIsSaid() {
        byte[] large = Drawn.file(Drawn.slope(500, 1, 20, BitDepth.EIGHT, Format.PNG));
        String job = JobCalls.accepted(
                service().post("/v1/denoise?sigma=20&quality=best", "image/png", large, JobCalls.LATER));

        assertThat(jobs().followed(job))
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo((one, other) -> Double.compare(
                        one.get("share").asDouble(), other.get("share").asDouble()))
                .filteredOn(state -> state.get("state").asString().equals("running"))
                .allMatch(state -> state.get("expectedSeconds").asDouble() >= 0);
    }

    @Test
    void aJobOfNobodyIsUnknown() {
        ProblemsOverHttpTest.is(service().get("/v1/jobs/nothing"), 404, "unknown-job", "'nothing'");
        ProblemsOverHttpTest.is(
                service().get("/v1/jobs/nothing?x=1"), 400, "invalid-parameter", "allowed is no parameter");
    }
}
