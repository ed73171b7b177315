package io.unveil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.unveil.image.BitDepth;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Size;
import io.unveil.inference.TestModels;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Flat pictures of levels 100 and 140 behind bars and glasses, before an autoencoder that changes nothing. */
class EvaluateHolesTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void write() {
        TestModels.codeless(folder.resolve("models"), "same");
        TestModels.box(folder.resolve("models"), "denoiser", 1);
        for (int level : new int[] {100, 140}) {
            Pixels flat = Pixels.constant(new Size(60, 50), level / 255f);
            TestFiles.write(
                    folder.resolve("pictures/%d.png".formatted(level)), Picture.of(flat, BitDepth.EIGHT, Format.PNG));
        }
        TestFiles.write(folder.resolve("others/wide.png"), TestFiles.waves(70, 50, 1, BitDepth.EIGHT));
    }

    private static Cli evaluate(String... args) {
        Object[] all = new Object[args.length + 5];
        all[0] = "evaluate";
        all[1] = "--models=" + folder.resolve("models");
        all[2] = "--data=" + folder.resolve("pictures");
        all[3] = "--device=cpu";
        all[4] = "--precision=fp32";
        System.arraycopy(args, 0, all, 5, args.length);
        return Cli.run(all);
    }

    private static String pictures() {
        return "--mean-of=" + folder.resolve("pictures");
    }

    @Test
    void everyMethodIsComparedWhereThePicturesAreHidden() {
        Cli run =
                evaluate("--model=same", "--holes=bars,glasses", "--method=model,mean,harmonic", pictures(), "--json");

        assertThat(run.code()).isZero();
        JsonNode rows = JsonMapper.shared().readTree(run.out()).path("rows");
        assertThat(rows).hasSize(6);
        for (int kind = 0; kind < 2; kind++) {
            JsonNode model = rows.get(3 * kind);
            assertThat(model.path("condition").asString()).isEqualTo(kind == 0 ? "holes=bars" : "holes=glasses");
            assertThat(model.path("psnr").asDouble())
                    .isEqualTo(model.path("psnrBefore").asDouble());
            JsonNode mean = rows.get(3 * kind + 1);
            assertThat(mean.path("psnr").asDouble()).isCloseTo(20 * Math.log10(255 / 20.0), within(1e-3));
            assertThat(mean.path("psnrBefore").asDouble())
                    .isEqualTo(model.path("psnrBefore").asDouble());
            JsonNode harmonic = rows.get(3 * kind + 2);
            assertThat(harmonic.path("method").asString()).isEqualTo("harmonic");
            assertThat(harmonic.has("psnr")).isFalse(); // it is told the mask: flat pictures come back without an error
        }
    }

    @Test
    void aSeedDrawsTheSameAgainAndAnotherDoesNot() {
        String first = evaluate("--model=same", "--holes=bars").out();
        assertThat(evaluate("--model=same", "--holes=bars").out()).isEqualTo(first);
        assertThat(evaluate("--model=same", "--holes=bars", "--seed=5").out()).isNotEqualTo(first);
        assertThat(first).startsWith("same on pictures, 2 pictures, where they are hidden");
    }

    @Test
    void wrongUseIsReportedWithWhatIsAllowed() {
        assertThat(evaluate("--model=same", "--holes=hats").err())
                .contains("holes 'hats': 'hats' is not a known kind; allowed: strokes, text,", "bars, glasses");
        assertThat(evaluate("--model=same", "--holes=bars", "--method=mean").err())
                .isEqualTo("unveil evaluate: --method mean needs --mean-of, the pictures whose mean is taken");
        assertThat(evaluate("--model=same", "--holes=bars", "--method=magic").err())
                .contains("method was 'magic', allowed is ");
        assertThat(evaluate("--model=same", "--holes=bars", "--sigma=25").err())
                .isEqualTo("unveil evaluate: --sigma has no meaning with --holes");
        assertThat(evaluate("--model=same", pictures()).err())
                .isEqualTo("unveil evaluate: --mean-of has no meaning without --holes");
        assertThat(evaluate("--model=denoiser", "--holes=bars").err())
                .contains("model 'denoiser' was made to denoise, not to autoencode");
    }

    @Test
    void aMeanOfPicturesOfAnotherSizeIsRefused() {
        Cli run = evaluate("--model=same", "--holes=bars", "--method=mean", "--mean-of=" + folder.resolve("others"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
                .endsWith("pictures of 60 x 50 in 1 channels and of 70 x 50 in 1 have no mean that fits both");
    }
}
