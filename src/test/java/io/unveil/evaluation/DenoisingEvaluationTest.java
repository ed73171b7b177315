package io.unveil.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import io.unveil.inference.Device;
import io.unveil.inference.InferenceSettings;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.inference.TestModels;
import io.unveil.pipeline.denoise.Method;
import io.unveil.pipeline.denoise.Quality;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A "box" blurs by the mean of 3 x 3 pixels: on slow waves that leaves a ninth of the noise's power, 9.54 dB. */
class DenoisingEvaluationTest {
    @TempDir
    static Path root;

    private static Models models;

    @BeforeAll
    static void open() {
        TestModels.box(root, "box", 1);
        TestModels.box(root, "box-color", 3);
        models = Models.open(new InferenceSettings(root, Device.CPU, "fp32", 2, 448));
    }

    @AfterAll
    static void close() {
        models.close();
    }

    private static Picture waves(int width, int height, int channels, double middle) {
        float[] values = new float[width * height * channels];
        for (int i = 0; i < values.length; i++) {
            int x = i / channels % width;
            values[i] = (float) (middle + 0.2 * Math.sin(x * 0.02));
        }
        return Picture.of(new Pixels(width, height, channels, values), BitDepth.EIGHT, Format.PNG);
    }

    private static TestSet set(Picture... pictures) {
        List<TestSet.Entry> entries = new ArrayList<>();
        for (Picture picture : pictures) {
            entries.add(new TestSet.Entry("drawn.png", entries.size(), picture));
        }
        return new TestSet("drawn", entries);
    }

    private static Protocol protocol(Protocol.Input input, long seed, double... sigmas) {
        List<Condition> conditions = new ArrayList<>();
        for (double sigma : sigmas) {
            conditions.add(Condition.gaussian(sigma));
        }
        return new Protocol("box", conditions, input, false, List.of(Method.MODEL), seed);
    }

    private static Evaluation run(Protocol protocol, TestSet set) {
        return DenoisingEvaluation.run(models, protocol, set, (done, all) -> {});
    }

    @Test
    void unclippedNoiseIsAsStrongAsItIsCalledEvenOnBlackAndWhite() {
        TestSet black = set(waves(300, 200, 1, 0));
        Evaluation evaluation = run(protocol(Protocol.Input.FLOAT, 0, 15, 25, 50), black);
        assertThat(evaluation.rows())
                .extracting(Evaluation.Row::condition)
                .containsExactly("sigma=15", "sigma=25", "sigma=50");
        for (Evaluation.Row row : evaluation.rows()) {
            double sigma = Double.parseDouble(row.condition().substring("sigma=".length()));
            assertThat(row.figure(Metric.PSNR_BEFORE)).isCloseTo(20 * Math.log10(255 / sigma), within(.05));
        }
    }

    @Test
    void noiseAsInFilesIsClippedAndSoWeakerWhereItIsDark() {
        TestSet black = set(waves(300, 200, 1, 0));
        Evaluation.Row row =
                run(protocol(Protocol.Input.EIGHT_BIT, 0, 50), black).rows().get(0);
        assertThat(row.figure(Metric.PSNR_BEFORE)).isGreaterThan(20 * Math.log10(255 / 50.) + 1);
    }

    @Test
    void theNetworkReadsUnclippedValuesAndItsOutputIsRounded() {
        Picture gray = waves(300, 200, 1, 0.5);
        Evaluation.Row row =
                run(protocol(Protocol.Input.FLOAT, 0, 12), set(gray)).rows().get(0);
        // a ninth of 144, the rounding's twelfth, and the edge, where the box sees zeros outside
        double psnr = 10 * Math.log10(255 * 255 / (144 / 9. + 1 / 12.));
        assertThat(row.figure(Metric.PSNR))
                .isCloseTo(psnr, within(.6))
                .isGreaterThan(row.figure(Metric.PSNR_BEFORE) + 8.5);
        // on black half of the noise lies below 0: read clipped, its mean stays as a gray veil of 5 levels
        TestSet black = set(Picture.of(new Pixels(300, 200, 1, new float[60_000]), BitDepth.EIGHT, Format.PNG));
        double unclipped =
                run(protocol(Protocol.Input.FLOAT, 0, 12), black).rows().get(0).figure(Metric.PSNR);
        double clipped = run(protocol(Protocol.Input.EIGHT_BIT, 0, 12), black)
                .rows()
                .get(0)
                .figure(Metric.PSNR);
        assertThat(unclipped).isGreaterThan(clipped + 1);
    }

    @Test
    void eachPictureHasTheNoiseOfSeedPlusItsNumber() {
        Picture picture = waves(80, 60, 1, 0.5);
        Evaluation.Row both = run(protocol(Protocol.Input.FLOAT, 7, 25), set(picture, picture))
                .rows()
                .get(0);
        double first = run(protocol(Protocol.Input.FLOAT, 7, 25), set(picture))
                .rows()
                .get(0)
                .figure(Metric.PSNR);
        double second = run(protocol(Protocol.Input.FLOAT, 8, 25), set(picture))
                .rows()
                .get(0)
                .figure(Metric.PSNR);
        assertThat(first).isNotEqualTo(second);
        assertThat(both.figure(Metric.PSNR)).isCloseTo((first + second) / 2, within(1e-9));
    }

    @Test
    void methodsStandSideBySideOnTheSameNoiseAndProgressCountsEveryPicture() {
        List<Integer> seen = new ArrayList<>();
        Protocol two = new Protocol(
                "box",
                List.of(Condition.gaussian(15), Condition.gaussian(25)),
                Protocol.Input.FLOAT,
                false,
                List.of(Method.MODEL, Method.NLM),
                0);
        Evaluation evaluation = DenoisingEvaluation.run(models, two, set(waves(64, 64, 1, 0.5)), (done, all) -> {
            assertThat(all).isEqualTo(4);
            seen.add(done);
        });
        assertThat(evaluation.rows())
                .extracting(Evaluation.Row::method)
                .containsExactly("model", "nlm", "model", "nlm");
        assertThat(evaluation.rows().get(0).figure(Metric.PSNR_BEFORE))
                .isEqualTo(evaluation.rows().get(1).figure(Metric.PSNR_BEFORE));
        assertThat(evaluation.rows().get(0).figure(Metric.PSNR))
                .isNotEqualTo(evaluation.rows().get(1).figure(Metric.PSNR));
        assertThat(seen).containsExactly(1, 2, 3, 4);
        assertThat(evaluation.rows())
                .allSatisfy(row ->
                        assertThat(row.figure(Metric.MEGAPIXELS_PER_SECOND)).isPositive());
    }

    @Test
    void qualityBestIsTheMeanOverTurnsThatCallersGet() {
        TestModels.looker(root, "looker", 1); // looks to one side: the mean over turns is something else
        Picture clean = waves(64, 64, 1, 0.5);
        Optional<Quality> best = Optional.of(Quality.BEST);
        assertThat(psnr("looker", best, clean)).isNotEqualTo(psnr("looker", Optional.empty(), clean));
        assertThat(psnr("box", best, clean)).isCloseTo(psnr("box", Optional.empty(), clean), within(.05));
    }

    private static double psnr(String model, Optional<Quality> quality, Picture clean) {
        Protocol protocol = new Protocol(
                Optional.of(model),
                List.of(Condition.gaussian(25)),
                Protocol.Input.FLOAT,
                false,
                List.of(Method.MODEL),
                quality,
                List.of(),
                0);
        return run(protocol, set(clean)).rows().get(0).figure(Metric.PSNR);
    }

    @Test
    void aModelThatAsksIsGivenThat8bitInputIsClippedAndFloatInputIsNot() {
        TestModels.clippingTeller(root, "clipping-teller", 1); // takes 15 levels away where it is told so
        Picture clean = waves(64, 64, 1, 0.5);
        assertThat(darker(Protocol.Input.EIGHT_BIT, clean)).isGreaterThan(3);
        assertThat(darker(Protocol.Input.FLOAT, clean)).isCloseTo(0, within(.2));
    }

    /** By how many dB the answer is worse than the noisy picture. */
    private static double darker(Protocol.Input input, Picture clean) {
        Protocol protocol =
                new Protocol("clipping-teller", List.of(Condition.gaussian(5)), input, false, List.of(Method.MODEL), 0);
        Evaluation.Row row = run(protocol, set(clean)).rows().get(0);
        return row.figure(Metric.PSNR_BEFORE) - row.figure(Metric.PSNR);
    }

    @Test
    void otherModelsStandBesideUnderTheirOwnNamesOnTheSameNoise() {
        Protocol beside = new Protocol(
                Optional.of("box"),
                List.of(Condition.of("speckle:0.2")),
                Protocol.Input.EIGHT_BIT,
                true,
                List.of(Method.MODEL),
                Optional.empty(),
                List.of("box-color"),
                0);
        List<Evaluation.Row> rows = run(beside, set(waves(64, 64, 1, 0.5))).rows();
        assertThat(rows).extracting(Evaluation.Row::method).containsExactly("model", "box-color");
        assertThat(rows.get(0).figure(Metric.PSNR_BEFORE)).isEqualTo(rows.get(1).figure(Metric.PSNR_BEFORE));
        assertThat(rows.get(0).figure(Metric.PSNR)).isCloseTo(rows.get(1).figure(Metric.PSNR), within(.01));
    }

    @Test
    void theMixturesHoldNoNoiseAtAllAndEveryKindAtTwoStrengths() {
        assertThat(Condition.MIXTURES).hasSize(19);
        assertThat(Condition.MIXTURES.get(0).name()).isEqualTo("sigma=0");
        assertThat(Condition.MIXTURES)
                .extracting(Condition::name)
                .doesNotHaveDuplicates()
                .contains("noise=sensor:12800+jpeg-420:50", "noise=salt-and-pepper:0.2", "sigma=50");
    }

    @Test
    void whereThereIsNoNoiseThereIsNoFigureOfIt() {
        TestModels.fader(root, "fader", 1);
        Protocol clean = new Protocol(
                "fader", List.of(Condition.of("gaussian:0")), Protocol.Input.EIGHT_BIT, true, List.of(Method.MODEL), 0);
        Evaluation.Row row = run(clean, set(waves(64, 64, 1, 0.5))).rows().get(0);
        assertThat(row.figures()).doesNotContainKey(Metric.PSNR_BEFORE).containsKey(Metric.PSNR);
    }

    @Test
    void blindEstimatesAndOtherNoisesAreEstimatedAlways() {
        Picture clean = waves(200, 150, 1, 0.5);
        // told 1 the darkener would take 1 level away; it estimates 25 and takes 25
        TestModels.darkener(root, "darkener", 1);
        Protocol blind = new Protocol(
                "darkener", List.of(Condition.gaussian(25)), Protocol.Input.FLOAT, true, List.of(Method.MODEL), 0);
        Protocol given = new Protocol(
                "darkener", List.of(Condition.gaussian(25)), Protocol.Input.FLOAT, false, List.of(Method.MODEL), 0);
        double byEstimate = run(blind, set(clean)).rows().get(0).figure(Metric.PSNR);
        double byGiven = run(given, set(clean)).rows().get(0).figure(Metric.PSNR);
        assertThat(byEstimate).isNotEqualTo(byGiven).isCloseTo(byGiven, within(.5));
        assertThat(Condition.of("poisson:30").sigma()).isEqualTo(new io.unveil.pipeline.denoise.Sigma.Auto());
        assertThat(Condition.of("gaussian:12.5").name()).isEqualTo("sigma=12.5");
    }

    @Test
    void aGrayModelIsGivenColourPicturesInGrayAndAColourModelAsTheyAre() {
        Picture colour = waves(80, 60, 3, 0.5);
        assertThat(run(protocol(Protocol.Input.FLOAT, 0, 25), set(colour))
                        .rows()
                        .get(0)
                        .figure(Metric.PSNR))
                .isEqualTo(run(protocol(Protocol.Input.FLOAT, 0, 25), set(colour.inGray()))
                        .rows()
                        .get(0)
                        .figure(Metric.PSNR));
        Protocol inColour = new Protocol(
                "box-color", List.of(Condition.gaussian(25)), Protocol.Input.FLOAT, false, List.of(Method.MODEL), 0);
        assertThat(run(inColour, set(colour)).rows().get(0).figure(Metric.PSNR)).isGreaterThan(25);
    }

    @Test
    void anUnknownModelIsRefused() {
        Protocol protocol = new Protocol(
                "nobody", List.of(Condition.gaussian(25)), Protocol.Input.FLOAT, false, List.of(Method.MODEL), 0);
        assertThatThrownBy(() -> run(protocol, set(waves(9, 9, 1, 0.5))))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("there is no model 'nobody'");
    }

    @Test
    void picturesComeFromFoldersAndZipFilesInOrderOfName(@TempDir Path folder) throws IOException {
        byte[] wide = Codec.encode(waves(12, 5, 1, 0.5), Format.PNG, 95);
        byte[] high = Codec.encode(waves(5, 12, 1, 0.5), Format.PNG, 95);
        Files.createDirectories(folder.resolve("set/deep"));
        Files.write(folder.resolve("set/b.png"), wide);
        Files.write(folder.resolve("set/deep/c.png"), high);
        Files.writeString(folder.resolve("set/a.txt"), "no picture");
        TestSet tree = TestSet.read(folder.resolve("set"));
        assertThat(tree.name()).isEqualTo("set");
        assertThat(tree.pictures())
                .extracting(picture -> picture.size().width())
                .containsExactly(12, 5);
        Path zip = folder.resolve("set.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(file)) {
            entries.putNextEntry(new ZipEntry("x/1.png"));
            entries.write(high);
        }
        assertThat(TestSet.read(zip).pictures()).hasSize(1);
    }

    @Test
    void aSetWithNoPictureOrABadOneIsRefusedByName(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> TestSet.read(folder))
                .isInstanceOf(TestSet.Unusable.class)
                .hasMessage(folder + " holds no picture");
        Files.writeString(folder.resolve("bad.png"), "text");
        assertThatThrownBy(() -> TestSet.read(folder))
                .isInstanceOf(TestSet.Unusable.class)
                .hasMessageStartingWith(folder.resolve("bad.png") + ": ");
        assertThatThrownBy(() -> TestSet.read(folder.resolve("gone"))).isInstanceOf(NoSuchFileException.class);
    }
}
