package io.unveil.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.web.Requests.Answer;
import io.unveil.web.Requests.Form;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
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
import tools.jackson.databind.json.JsonMapper;

/** Many pictures as one job, and archives that are refused. */
@TestPropertySource(
        properties = {
            "unveil.jobs.max-entries=100",
            "unveil.jobs.max-batch=20MB",
            "unveil.jobs.max-batch-pixels=300000",
            "unveil.limits.max-body=1MB"
        })
@DirtiesContext
class BatchesOverHttpTest extends RunningService {
    private static final Path FOLDER = Path.of("target", "web-test", "batches");
    private static final String ZIP = "application/zip";

    @DynamicPropertySource
    static void jobs(DynamicPropertyRegistry registry) throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        registry.add("unveil.jobs.folder", FOLDER::toString);
    }

    private JobCalls jobs() {
        return new JobCalls(service());
    }

    @Test
    void everyPictureOfAnArchiveComesBackUnderItsNameWithAReport() throws IOException {
        byte[] zip = zip(
                Map.of("b.png", Drawn.noisyPng(), "parts/a.png", Drawn.cleanPng(), "c.png", "text".getBytes(UTF_8)));
        String job = JobCalls.accepted(service().post("/v1/batches/denoise?sigma=20", ZIP, zip));

        JsonNode ended = jobs().ended(job);
        assertThat(ended.get("state").asString()).isEqualTo("done");
        assertThat(ended.get("pictures").toString()).isEqualTo("{\"all\":3,\"done\":2,\"failed\":1}");

        Answer result = jobs().result(job);
        Map<String, byte[]> files = unzip(result.body());
        assertThat(result.header("Content-Type")).isEqualTo(ZIP);
        assertThat(files).containsOnlyKeys("b.png", "parts/a.png", "report.json", "report.csv");
        assertThat(files.get("b.png"))
                .isEqualTo(service()
                        .post("/v1/denoise?sigma=20", "image/png", Drawn.noisyPng())
                        .body());
        JsonNode report = JsonMapper.shared().readTree(files.get("report.json"));
        assertThat(report.valueStream().map(row -> row.get("name").asString()))
                .containsExactlyInAnyOrder("b.png", "parts/a.png", "c.png");
        assertThat(report.valueStream().filter(row -> row.get("name").asString().equals("c.png")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("state").asString()).isEqualTo("failed");
                    assertThat(row.at("/problem/type").asString()).isEqualTo("/problems/unsupported-image");
                });
        assertThat(report.valueStream().filter(row -> row.get("name").asString().equals("b.png")))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.at("/report/error/psnr").asDouble()).isPositive());
        assertThat(new String(files.get("report.csv"), UTF_8))
                .startsWith(
                        "name,state,output,model,width,height,mse,mae,psnr,ssim,score,threshold,anomalous,problem\r\n")
                .contains("b.png,done,b.png,denoise-gray,48,48,");
    }

    @Test
    void partsOfAFormAreABatchTooAndAMaskIsSharedByAll() throws IOException {
        Form form = new Form()
                .file("file", "one.png", Drawn.noisyPng())
                .file("file", "two.png", Drawn.cleanPng())
                .file("mask", "mask.png", Drawn.file(Drawn.hole(48, 10, 5, 10)))
                .field("method", "harmonic")
                .field("format", "tiff");
        String job = JobCalls.accepted(service().post("/v1/batches/fill", form));

        assertThat(jobs().ended(job).get("state").asString()).isEqualTo("done");
        Map<String, byte[]> files = unzip(jobs().result(job).body());
        assertThat(files).containsOnlyKeys("one.png.tif", "two.png.tif", "report.json", "report.csv");
        Form alone = new Form()
                .file("file", Drawn.noisyPng())
                .file("mask", Drawn.file(Drawn.hole(48, 10, 5, 10)))
                .field("method", "harmonic");
        assertThat(files.get("one.png.tif"))
                .isEqualTo(service()
                        .post("/v1/fill", alone, "Accept", "image/tiff")
                        .body());
    }

    @Test
    void scoresComeAsReportsAndWithAViewAsPicturesToo() throws IOException {
        byte[] zip = zip(Map.of("part.png", Drawn.noisyPng()));
        String scores = JobCalls.accepted(service().post("/v1/batches/anomaly?model=spots", ZIP, zip));
        String views = JobCalls.accepted(service().post("/v1/batches/anomaly?model=spots&view=mask", ZIP, zip));

        jobs().ended(scores);
        jobs().ended(views);
        Map<String, byte[]> only = unzip(jobs().result(scores).body());
        assertThat(only).containsOnlyKeys("report.json", "report.csv");
        assertThat(JsonMapper.shared()
                        .readTree(only.get("report.json"))
                        .at("/0/report/anomaly/score")
                        .isNumber())
                .isTrue();
        assertThat(unzip(jobs().result(views).body())).containsKey("part.png");
    }

    static Stream<Arguments> refused() throws IOException {
        byte[] picture = Drawn.noisyPng();
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 100_000; i++) {
            many.put(Integer.toString(i, 36), new byte[0]);
        }
        byte[] encrypted = zip(Map.of("a.png", picture));
        encrypted[6] |= 1; // the bit of the general purpose flags, in the entry's header
        int directory = new String(encrypted, ISO_8859_1).indexOf("PK\1\2");
        encrypted[directory + 8] |= 1; // and in the directory
        return Stream.of(
                Arguments.of("too many entries", zip(many), "100000 entries or more, allowed are 100"),
                Arguments.of("a bomb", zip(Map.of("a.png", new byte[20 << 20])), "unveil.limits.max-body"),
                Arguments.of("a bomb of several", zip(zeros(25, 900_000)), "unpacks to more than 20971520 bytes"),
                Arguments.of("a way out", zip(Map.of("../../a.png", picture)), "'../../a.png' is not taken"),
                Arguments.of("a root", zip(Map.of("/etc/a.png", picture)), "'/etc/a.png' is not taken"),
                Arguments.of("a drive", zip(Map.of("C:\\a.png", picture)), "is not taken"),
                Arguments.of(
                        "an archive inside",
                        zip(Map.of("a.zip", zip(Map.of("a.png", picture)))),
                        "archive in the archive"),
                Arguments.of("encrypted", encrypted, "encrypted"),
                Arguments.of("damaged", Arrays.copyOf(zip(Map.of("a.png", picture)), 200), "no ZIP file"),
                Arguments.of("no archive", "text".getBytes(UTF_8), "no ZIP file"),
                Arguments.of(
                        "too many pixels",
                        zip(Map.of("a.png", Drawn.file(Drawn.slope(600, 1, 0, BitDepth.EIGHT, Format.PNG)))),
                        "more than 300000 pixels together"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void aBadArchiveIsRefusedBeforeAnythingIsKept(String what, byte[] zip, String why) throws IOException {
        List<Path> before = files();
        ProblemsOverHttpTest.is(service().post("/v1/batches/denoise", ZIP, zip), 422, "unacceptable-archive", why);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void whatIsWrongWithARequestIsSaidAtOnce() throws IOException {
        byte[] zip = zip(Map.of("a.png", Drawn.noisyPng()));
        ProblemsOverHttpTest.is(
                service().post("/v1/batches/denoise?sigma=-1", ZIP, zip), 400, "invalid-parameter", "sigma was '-1'");
        ProblemsOverHttpTest.is(
                service().post("/v1/batches/denoise?model=nobody", ZIP, zip), 404, "unknown-model", "'nobody'");
        ProblemsOverHttpTest.is(
                service().post("/v1/batches/denoise?format=gif", ZIP, zip),
                400,
                "invalid-parameter",
                "format was 'gif'");
        ProblemsOverHttpTest.is(
                service().post("/v1/batches/sharpen", ZIP, zip), 400, "invalid-parameter", "task was 'sharpen'");
        ProblemsOverHttpTest.is(
                service().post("/v1/batches/fill", ZIP, zip), 400, "missing-image", "does not say what to fill");
        ProblemsOverHttpTest.is(
                service().post("/v1/batches/denoise", ZIP, zip(Map.of())),
                400,
                "missing-image",
                "the batch has no picture");
        ProblemsOverHttpTest.is(
                service().post("/v1/batches/denoise", ZIP, new byte[21 << 20]),
                413,
                "body-too-large",
                "unveil.jobs.max-batch");
        ProblemsOverHttpTest.is(
                service()
                        .post(
                                "/v1/batches/denoise",
                                new Form()
                                        .file("file", "a.png", Drawn.noisyPng())
                                        .file("file", "a.png", Drawn.noisyPng())),
                422,
                "unacceptable-archive",
                "two pictures have the name 'a.png'");
    }

    @Test
    void theSameBatchUnderTheSameKeyIsOneJob() throws IOException {
        byte[] zip = zip(Map.of("a.png", Drawn.noisyPng()));
        String first = JobCalls.accepted(service().post("/v1/batches/denoise", ZIP, zip, "Idempotency-Key", "monday"));
        assertThat(JobCalls.accepted(service().post("/v1/batches/denoise", ZIP, zip, "Idempotency-Key", "monday")))
                .isEqualTo(first);
        ProblemsOverHttpTest.is(
                service()
                        .post(
                                "/v1/batches/denoise",
                                ZIP,
                                zip(Map.of("b.png", Drawn.noisyPng())),
                                "Idempotency-Key",
                                "monday"),
                422,
                "idempotency-conflict",
                "another request");
    }

    private static Map<String, byte[]> zeros(int files, int bytes) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (int i = 0; i < files; i++) {
            all.put("zeros-" + i, new byte[bytes]);
        }
        return all;
    }

    /** The pictures of accepted jobs. */
    private static List<Path> files() throws IOException {
        if (!Files.exists(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith("in-"))
                    .sorted()
                    .toList();
        }
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(files.put(entry.getName(), in.readAllBytes()))
                        .as(entry.getName())
                        .isNull();
            }
        }
        return files;
    }
}
