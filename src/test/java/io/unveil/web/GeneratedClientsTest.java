package io.unveil.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import io.unveil.web.Requests.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/**
 * Clients generated from the document of the running service, compiled, and used by the programs in src/test/clients;
 * and the document under two linters.
 */
@Tag("clients")
class GeneratedClientsTest extends RunningService {
    private static final Path PROGRAMS = Path.of("src", "test", "clients").toAbsolutePath();
    private static final Path HERE = Path.of("target", "clients").toAbsolutePath();
    private static final Path GENERATOR = HERE.resolve("openapi-generator-cli.jar");
    private static final Path NPM = HERE.resolve("npm/node_modules/.bin");
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String CURE = ".ci/clients installs what is needed";
    private static final String REGION = "[{\"x\": 8, \"y\": 8, \"width\": 16, \"height\": 16}]";

    @ParameterizedTest
    @ValueSource(strings = {"okhttp-gson", "native"})
    void java(String library) throws IOException {
        Tools.need(CURE, GENERATOR);
        Path folder = fresh("java-" + library);
        generate(folder.resolve("generated"), "java", "--library", library);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> javac =
                new ArrayList<>(List.of(program("javac"), "-nowarn", "-cp", classPath(), "-d", classes.toString()));
        javac.addAll(sources(folder.resolve("generated/src/main/java")));
        javac.addAll(sources(PROGRAMS.resolve("java/calls")));
        javac.addAll(sources(PROGRAMS.resolve("java/" + library)));
        Path arguments = Files.write(folder.resolve("javac.txt"), javac.subList(1, javac.size()));
        Tools.succeed(folder, javac.get(0), "-J-XX:TieredStopAtLevel=1", "@" + arguments);
        calls(folder, program("java"), "-XX:TieredStopAtLevel=1", "-cp", classes + ":" + classPath(), "calls.Calls");
    }

    @Test
    void pythonOfDebian() throws IOException {
        Tools.need(CURE, GENERATOR, PYTHON);
        Tools.needCommand(
                "Debian's python3-pydantic, python3-urllib3 and python3-dateutil are needed",
                PYTHON.toString(),
                "-c",
                "import pydantic, urllib3, dateutil");
        Path folder = fresh("python");
        // Debian 12 has pydantic 1
        generate(folder.resolve("generated"), "python-pydantic-v1", "--package-name", "unveil_client");
        calls(
                folder,
                "env",
                "PYTHONPATH=" + folder.resolve("generated"),
                PYTHON.toString(),
                PROGRAMS.resolve("python/calls.py").toString());
    }

    @Test
    void typescriptFetch() throws IOException {
        Tools.need(CURE, GENERATOR, NPM.resolve("tsc"));
        Path folder = fresh("typescript-fetch");
        generate(folder.resolve("generated"), "typescript-fetch");
        typescript(folder, "typescript-fetch");
    }

    @Test
    void heyApi() throws IOException {
        Tools.need(CURE, NPM.resolve("openapi-ts"), NPM.resolve("tsc"));
        Path folder = fresh("hey-api");
        Tools.succeed(
                folder,
                NPM.resolve("openapi-ts").toString(),
                "-i",
                document(folder).toString(),
                "-o",
                folder.resolve("generated").toString(),
                "-c",
                "@hey-api/client-fetch");
        typescript(folder, "hey-api");
    }

    @Test
    void orvalTakesTheDocument() throws IOException {
        Tools.need(CURE, NPM.resolve("orval"));
        Path folder = fresh("orval");
        Path client = folder.resolve("unveil.ts");
        Tools.succeed(
                folder,
                NPM.resolve("orval").toString(),
                "--input",
                document(folder).toString(),
                "--output",
                client.toString(),
                "--client",
                "fetch");
        assertThat(client).content().contains("export const denoise = async", "export interface DenoiseReport");
    }

    @Test
    void theLintersFindNothing() throws IOException {
        Tools.need(CURE, NPM.resolve("redocly"), NPM.resolve("spectral"));
        Path folder = fresh("lint");
        String document = document(folder).toString();
        assertThat(Tools.succeed(folder, NPM.resolve("redocly").toString(), "lint", document))
                .contains("Your API description is valid")
                .doesNotContain("You have "); // so many warnings
        Path rules = Files.writeString(folder.resolve("rules.yaml"), "extends: [\"spectral:oas\"]\n");
        assertThat(Tools.succeed(
                        folder,
                        NPM.resolve("spectral").toString(),
                        "lint",
                        document,
                        "--ruleset",
                        rules.toString(),
                        "--fail-severity=hint"))
                .contains("No results");
    }

    private void typescript(Path folder, String program) throws IOException {
        Files.copy(PROGRAMS.resolve(program + "/calls.ts"), folder.resolve("calls.ts"));
        compile(folder, "calls.ts");
        calls(folder, "node", folder.resolve("compiled/calls.js").toString());
    }

    /** Strictly, as a user's project would. */
    private static void compile(Path folder, String program) {
        Tools.succeed(
                folder,
                NPM.resolve("tsc").toString(),
                "--strict",
                "--skipLibCheck",
                "--target",
                "es2022",
                "--lib",
                "es2022,dom,dom.iterable",
                "--module",
                "commonjs",
                "--moduleResolution",
                "node10",
                "--typeRoots",
                HERE.resolve("npm/node_modules/@types").toString(),
                "--types",
                "node",
                "--outDir",
                "compiled",
                program);
    }

    /** Runs the program and holds what it got to what the service answers without a client. */
    private void calls(Path folder, String... command) throws IOException {
        Path in = sent(Files.createDirectories(folder.resolve("in")));
        Path out = Files.createDirectories(folder.resolve("out"));
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(List.of("http://localhost:" + port, in.toString(), out.toString()));
        Tools.succeed(folder, whole.toArray(String[]::new));

        Map<String, byte[]> expected = expected(in);
        expected.forEach((name, bytes) -> {
            byte[] came = read(out.resolve(name));
            assertThat(came).as(name).isEqualTo(bytes);
            if (name.endsWith(".png")) {
                assertThat(Codec.header(came).format()).isEqualTo(Format.PNG);
            }
        });
        assertThat(read(out.resolve("said.txt"))).asString().isEqualToNormalizingNewlines(figures(in));
    }

    private static Path sent(Path folder) throws IOException {
        Files.write(folder.resolve("noisy.png"), Drawn.noisyPng());
        Files.write(folder.resolve("clean.png"), Drawn.cleanPng());
        Files.write(folder.resolve("colour.png"), Drawn.file(Drawn.slope(48, 3, 5, BitDepth.EIGHT, Format.PNG)));
        float[] square = new float[48 * 48];
        for (int i = 0; i < square.length; i++) {
            square[i] = i % 48 / 16 == 1 && i / 48 / 16 == 1 ? 1 : 0;
        }
        Files.write(
                folder.resolve("mask.png"),
                Drawn.file(Picture.of(new Pixels(48, 48, 1, square), BitDepth.EIGHT, Format.PNG)));
        return folder;
    }

    private Map<String, byte[]> expected(Path in) {
        byte[] noisy = read(in.resolve("noisy.png"));
        byte[] colour = read(in.resolve("colour.png"));
        byte[] code = body("/v1/encode?model=quadrants", new Form().file("file", noisy));
        byte[] decoded = body("/v1/decode?model=quadrants", new Form().file("file", code));
        return Map.of(
                "denoised.png", body("/v1/denoise?sigma=20", new Form().file("file", noisy)),
                "filled-by-mask.png",
                        body("/v1/fill", new Form().file("file", colour).file("mask", read(in.resolve("mask.png")))),
                "filled-by-region.png",
                        body("/v1/fill", new Form().file("file", colour).field("region", REGION)),
                "heatmap.png", body("/v1/anomaly/picture?model=spots", new Form().file("file", noisy)),
                "code.npy", code,
                "decoded.png", decoded,
                "decoded-values.png", decoded);
    }

    private String figures(Path in) {
        byte[] noisy = read(in.resolve("noisy.png"));
        JsonNode score =
                service().post("/v1/anomaly?model=spots", "image/png", noisy).json();
        JsonNode error = service()
                .post("/v1/compare", new Form().file("file", noisy).file("reference", read(in.resolve("clean.png"))))
                .json();
        JsonNode code = service()
                .post("/v1/encode/report?model=quadrants", "image/png", noisy)
                .json();
        String models = service()
                .get("/v1/models")
                .json()
                .valueStream()
                .map(model -> model.get("name").asString())
                .collect(Collectors.joining(", "));
        return """
                score %.6f
                psnr %.4f
                estimated true
                code %s
                models %s
                error 404 /problems/unknown-model 404
                """.formatted(
                        score.at("/anomaly/score").asDouble(),
                        error.get("psnr").asDouble(),
                        code.at("/code/shape").toString().replace(",", ", "),
                        models);
    }

    private byte[] body(String path, Form form) {
        Requests.Answer answer = service().post(path, form);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    /** From the address itself: the document's server is relative to it. */
    private void generate(Path into, String generator, String... options) {
        List<String> command = new ArrayList<>(List.of(
                program("java"),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                GENERATOR.toString(),
                "generate",
                "-i",
                "http://localhost:" + port + "/v3/api-docs",
                "-g",
                generator,
                "-o",
                into.toString()));
        command.addAll(List.of(options));
        Tools.succeed(HERE, command.toArray(String[]::new));
    }

    private Path document(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("openapi.json"), service().get("/v3/api-docs").text());
    }

    private static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Surefire hides it behind a jar with a manifest. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static List<String> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static Path fresh(String name) throws IOException {
        Path folder = HERE.resolve(name);
        FileSystemUtils.deleteRecursively(folder);
        return Files.createDirectories(folder);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
