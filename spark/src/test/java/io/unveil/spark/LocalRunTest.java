package io.unveil.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.unveil.image.Format;
import io.unveil.image.codec.Limits;
import io.unveil.image.codec.PictureFile;
import io.unveil.image.codec.WriteOptions;
import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoising;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs with the shipped models, on two threads of this process. */
class LocalRunTest {
    @TempDir
    static Path folder;

    @TempDir
    Path out;

    private static Path in;

    @BeforeAll
    static void draw() throws Exception {
        in = folder.resolve("in");
        TestPictures.noisy(in.resolve("gray.png"), 60, 40, 1, 1);
        TestPictures.noisy(in.resolve("day one/colour.jpg"), 48, 36, 3, 2);
        TestPictures.noisy(in.resolve("day one/a:b.png"), 40, 40, 1, 3);
        TestPictures.write(in.resolve("broken.png"), "no picture".getBytes());
        TestPictures.tooLarge(in.resolve("huge.png"), in.resolve("gray.png"));
        TestPictures.write(in.resolve("notes.txt"), "no picture, and not meant as one".getBytes());
    }

    private Submitted run(String command, Object... more) {
        Object[] words = new Object[more.length + 9];
        Object[] first = {
            command, "--input", in, "--output", out, "--models", TestPictures.MODELS, "--device=cpu", "--precision=fp32"
        };
        System.arraycopy(first, 0, words, 0, first.length);
        System.arraycopy(more, 0, words, first.length, more.length);
        return Submitted.run(words);
    }

    private Map<String, Row> table() throws Exception {
        Map<String, Row> rows = new TreeMap<>();
        try (SparkSession spark = SparkSession.builder().master("local[1]").getOrCreate()) {
            List<Row> all = spark.read()
                    .parquet(out.resolve(ReportTable.NAME).toString())
                    .collectAsList();
            all.forEach(row -> rows.put(row.getAs(ReportTable.PATH), row));
            assertThat(rows).hasSize(all.size());
        }
        return rows;
    }

    @Test
    void everyPictureIsCleanedOnceOrBecomesARowWithItsProblem() throws Exception {
        Submitted first = run("denoise");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).endsWith("5 pictures, 2 of them with a problem" + System.lineSeparator());

        assertThat(TestPictures.names(out)).containsExactly("day one/a:b.png", "day one/colour.jpg", "gray.png");
        Map<String, byte[]> expected = cleaned();
        for (String name : TestPictures.names(out)) {
            assertThat(Files.readAllBytes(out.resolve(name))).as(name).isEqualTo(expected.get(name));
        }
        Map<String, Row> rows = table();
        assertThat(row(rows, "broken.png").<String>getAs(ReportTable.PROBLEM))
                .startsWith("the bytes are no image that is read");
        assertThat(row(rows, "huge.png").<String>getAs(ReportTable.PROBLEM)).contains("no side may be longer than");
        Row gray = row(rows, "gray.png");
        assertThat(gray.<String>getAs("output")).isEqualTo("gray.png");
        assertThat(gray.<Long>getAs("bytes")).isEqualTo(Files.size(in.resolve("gray.png")));
        assertThat(gray.<Integer>getAs("width")).isEqualTo(60);
        assertThat(gray.<String>getAs("model")).startsWith("denoise-");
        assertThat(gray.<String>getAs("noise")).isNotEmpty();
        assertThat(gray.<Double>getAs("psnr")).isPositive();
        assertThat(gray.<Double>getAs("milliseconds")).isPositive();
        assertThat(gray.isNullAt(gray.fieldIndex("score"))).isTrue();

        TestPictures.noisy(in.resolve("late.png"), 30, 30, 1, 4);
        Submitted second = run("denoise", "--resume");
        Files.delete(in.resolve("late.png"));
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out()).startsWith("1 pictures, 0.0 MiB, in 1 tasks; 5 more are done already and skipped");
        assertThat(table()).hasSize(6);

        Submitted again = run("denoise", "--overwrite");
        assertThat(again.out()).startsWith("5 pictures, ");
        assertThat(table()).hasSize(5);
    }

    /** As the service answers. */
    private static Map<String, byte[]> cleaned() throws Exception {
        Map<String, byte[]> cleaned = new TreeMap<>();
        try (Models models = Models.lazy(InferenceSettings.of(TestPictures.MODELS, Device.CPU, "fp32"))) {
            Denoising denoising = new Denoising(models);
            for (String name : List.of("gray.png", "day one/colour.jpg", "day one/a:b.png")) {
                PictureFile file = PictureFile.decode(Files.readAllBytes(in.resolve(name)), Limits.DEFAULT);
                cleaned.put(
                        name,
                        file.encode(
                                denoising
                                        .denoise(file.picture(), DenoiseOptions.DEFAULT, Optional.empty())
                                        .picture(),
                                Format.ofName(name).orElseThrow(),
                                WriteOptions.USUAL));
            }
        }
        return cleaned;
    }

    @Test
    void holesAreFilledByAMaskForEachPicture() throws Exception {
        Path masks = folder.resolve("masks");
        for (String name : List.of("gray.png", "day one/colour.png")) {
            Path mask = masks.resolve(name);
            TestPictures.noisy(mask, name.equals("gray.png") ? 60 : 48, name.equals("gray.png") ? 40 : 36, 1, 9);
        }
        Submitted run = run("fill", "--mask", masks, "--method=harmonic");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(TestPictures.names(out)).containsExactly("day one/colour.jpg", "gray.png");
        Row without = row(table(), "day one/a:b.png");
        assertThat(without.<String>getAs(ReportTable.PROBLEM)).endsWith("masks/day one/a:b.png does not exist");
    }

    @Test
    void scoresAreRowsAndViewsArePicturesWhereTheyAreAskedFor() throws Exception {
        Submitted scored = run("anomaly", "--model=anomaly-surfaces");
        assertThat(scored.code()).as(scored.err()).isZero();
        assertThat(TestPictures.names(out)).isEmpty();
        Row gray = row(table(), "gray.png");
        assertThat(gray.<Double>getAs("score")).isBetween(0., 1.);
        assertThat(gray.<Boolean>getAs("anomalous")).isNotNull();
        assertThat(gray.isNullAt(gray.fieldIndex("output"))).isTrue();

        Submitted drawn = run("anomaly", "--model=anomaly-surfaces", "--view=mask", "--overwrite");
        assertThat(drawn.code()).as(drawn.err()).isZero();
        assertThat(TestPictures.names(out)).containsExactly("day one/a:b.png", "day one/colour.jpg", "gray.png");
    }

    @Test
    void whatTheModelsForbidIsRefusedBeforeAnyPictureIsRead() {
        assertThat(run("denoise", "--model=nobody").err())
                .startsWith("unveil-spark denoise: --model was 'nobody', allowed is one of anomaly-surfaces, ");
        assertThat(run("denoise", "--model=fill-color").err())
                .isEqualTo(
                        "unveil-spark denoise: --model was 'fill-color', allowed is a model for 'denoise'; this one is for 'fill'");
        assertThat(Submitted.run("denoise", "--input", in, "--output", out, "--models", folder.resolve("none"))
                        .err())
                .isEqualTo(
                        "unveil-spark denoise: --models was '%s', allowed is a folder of models on the driver's machine too, such as one given by --archives"
                                .formatted(folder.resolve("none")));
        assertThat(out).isEmptyDirectory();
    }

    private static Row row(Map<String, Row> rows, String path) {
        return Objects.requireNonNull(rows.get(path), path);
    }
}
