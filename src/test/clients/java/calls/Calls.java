package calls;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.AutoencodersApi;
import org.openapitools.client.api.ModelsApi;
import org.openapitools.client.api.PicturesApi;
import org.openapitools.client.model.CodeReport;
import org.openapitools.client.model.ErrorFigures;
import org.openapitools.client.model.Model;
import org.openapitools.client.model.Problem;

/** The calls, with either of the generator's libraries; the address is that of the document. */
public final class Calls {
    private final PicturesApi pictures = new PicturesApi();
    private final AutoencodersApi autoencoders = new AutoencodersApi();
    private final ModelsApi models = new ModelsApi();
    private final Path in;
    private final Path out;

    private Calls(Path in, Path out) {
        this.in = in;
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        new Calls(Path.of(args[1]), Path.of(args[2])).all();
    }

    private File sent(String name) {
        return in.resolve(name).toFile();
    }

    private void keep(File came, String name) throws Exception {
        Files.copy(came.toPath(), out.resolve(name));
    }

    private void all() throws Exception {
        String region = "[{\"x\": 8, \"y\": 8, \"width\": 16, \"height\": 16}]";
        File noisy = sent("noisy.png");
        File colour = sent("colour.png");
        File none = Library.noFile();
        keep(pictures.denoise(noisy, null, "20", null, null, null, null, null, null, null, null, null, none), "denoised.png");
        keep(
                pictures.fill(colour, null, null, null, null, null, null, null, null, null, null, null, null, sent("mask.png"), none),
                "filled-by-mask.png");
        keep(
                pictures.fill(colour, null, null, region, null, null, null, null, null, null, null, null, null, none, none),
                "filled-by-region.png");
        keep(pictures.drawAnomaly(noisy, null, "spots", null, "heatmap", null, null, null, null, null), "heatmap.png");
        File code = autoencoders.encode(noisy, "quadrants", null, null);
        keep(code, "code.npy");
        keep(autoencoders.decode(code, "quadrants", null, null, null, null), "decoded.png");
        CodeReport report = autoencoders.encodeReport(noisy, "quadrants", null, null);
        keep(autoencoders.decodeValues(report.getCode(), "quadrants", null, null, null, null), "decoded-values.png");

        double score = pictures.scoreAnomaly(noisy, null, "spots", null, null, null, null, null, null, null, null)
                .getAnomaly()
                .getScore();
        ErrorFigures compared = pictures.compare(noisy, sent("clean.png"));
        boolean estimated = pictures.denoiseReport(noisy, null, null, null, null, null, null, null, null, null, null, null, null, none)
                .getParameters()
                .getEstimated();
        Files.write(
                out.resolve("said.txt"),
                List.of(
                        String.format(Locale.ROOT, "score %.6f", score),
                        String.format(Locale.ROOT, "psnr %.4f", compared.getPsnr()),
                        "estimated " + estimated,
                        "code " + report.getCode().getShape(),
                        "models " + models.listModels().stream().map(Model::getName).collect(Collectors.joining(", ")),
                        "error " + error(noisy)));
    }

    private String error(File noisy) throws Exception {
        try {
            pictures.denoise(noisy, null, "20", "nobody", null, null, null, null, null, null, null, null, Library.noFile());
            return "none";
        } catch (ApiException e) {
            Problem problem = Library.problem(e);
            return e.getCode() + " " + problem.getType() + " " + problem.getStatus();
        }
    }
}
