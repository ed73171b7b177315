package io.unveil.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before the cluster is asked for anything. */
class RefusedRunTest {
    @TempDir
    static Path folder;

    private static Path in;

    @BeforeAll
    static void draw() {
        in = folder.resolve("in");
        TestPictures.noisy(in.resolve("a.png"), 20, 16, 1, 1);
    }

    private void refused(String message, Object... words) {
        Submitted run = Submitted.run(words);
        assertThat(run.err()).isEqualTo(message);
        assertThat(run.code()).isEqualTo(2);
        assertThat(SparkSession.getActiveSession().isDefined()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            denoise; --sigma=loud;    sigma was 'loud', allowed is 'auto' or a number from 0 to 100
            denoise; --strength=3;    strength was '3', allowed is a number from 0 to 2
            denoise; --split=0;       --split was '0', allowed is a whole number from 1 to 4096
            denoise; --precision=fp8; precision was 'fp8', allowed is auto, fp32 or bf16
            denoise; --loudness=3;    Unknown option: '--loudness=3'
            fill;    --grow=3;        Error: Missing required argument (specify one of these): (--mask=URI|alpha | --region=JSON)
            anomaly; --threshold=2;   threshold was '2', allowed is a number from 0 to 1, or balanced
            """, quoteCharacter = '"')
    void aWrongOrUnknownParameter(String command, String parameter, String message) {
        refused(
                "unveil-spark %s: %s".formatted(command, message),
                command,
                "--input",
                in,
                "--output",
                folder.resolve("out"),
                parameter);
    }

    @Test
    void noCommandAndAnUnknownOne() {
        refused("unveil-spark: there is no command: give one of denoise, fill, anomaly, calibrate");
        refused("unveil-spark: Unmatched argument at index 0: 'sharpen'", "sharpen");
    }

    @Test
    void resumeAndOverwriteTogether() {
        refused(
                "unveil-spark denoise: --resume was 'given with --overwrite', allowed is one of the two",
                "denoise",
                "--input",
                in,
                "--output",
                folder.resolve("out"),
                "--resume",
                "--overwrite");
    }

    @Test
    void anAddressOfAnUnknownScheme() {
        refused(
                "unveil-spark denoise: --input was 'ftpx://host/in', allowed is an address that Spark has a file system for, such as file:, hdfs: or s3a: (of S3: s3a:, with --packages org.apache.hadoop:hadoop-aws:3.5.0)",
                "denoise",
                "--input",
                "ftpx://host/in",
                "--output",
                folder.resolve("out"));
    }

    @Test
    void anInputThatIsNotThere() {
        refused(
                "unveil-spark denoise: --input was 'file:%s', allowed is a folder that exists"
                        .formatted(in.resolve("no")),
                "denoise",
                "--input",
                in.resolve("no"),
                "--output",
                folder.resolve("out"));
    }

    @Test
    void anOutputThatIsNotEmptyOrIsTheInput() {
        TestPictures.noisy(folder.resolve("full/b.png"), 20, 16, 1, 1);
        refused(
                "unveil-spark anomaly: --output was 'file:%s', allowed is a folder that is empty or does not exist; with --resume what is done in it is kept, with --overwrite it is made anew"
                        .formatted(folder.resolve("full")),
                "anomaly",
                "--input",
                in,
                "--output",
                folder.resolve("full"));
        refused(
                "unveil-spark denoise: --output was 'file:%s', allowed is another folder: the pictures would be overwritten"
                        .formatted(in),
                "denoise",
                "--input",
                in,
                "--output",
                in);
    }
}
