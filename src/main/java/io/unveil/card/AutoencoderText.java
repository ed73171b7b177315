package io.unveil.card;

import io.unveil.autoencoder.Architecture;
import io.unveil.model.Manifest;
import io.unveil.model.ModelFolder;
import io.unveil.model.Task;
import io.unveil.training.Lesson;
import io.unveil.training.NoiseCorruption;
import io.unveil.training.OcclusionCorruption;
import io.unveil.training.PredictionSheet;
import io.unveil.training.Recipe;
import io.unveil.training.ReconstructionLesson;
import java.util.stream.Collectors;

/** The text on an autoencoder, or on a network that measures. */
public record AutoencoderText(ModelFolder folder, PredictionSheet answers, String credit) implements CardText {
    private Manifest manifest() {
        return folder.manifest();
    }

    private Lesson lesson() {
        return Recipe.read(manifest().name(), folder.recipe()).lesson();
    }

    @Override
    public String purpose() {
        if (!(lesson() instanceof ReconstructionLesson reconstruction)) {
            return "Measures one number of a picture, as labelled in its training set, such as the width of a blob in pixels.";
        }
        String code = code();
        if (reconstruction.corruption() instanceof NoiseCorruption noise) {
            return "A denoising autoencoder%s: removes Gaussian noise of sigma %s to %s without knowing its strength."
                    .formatted(code, noise.from(), noise.to());
        }
        return reconstruction.corruption() instanceof OcclusionCorruption
                ? "An autoencoder%s that removes occlusions from a picture without knowing where they are."
                        .formatted(code)
                : "An autoencoder%s: it is trained to reproduce its input.".formatted(code);
    }

    private String code() {
        Architecture net = folder.architecture();
        int height = net.input().height();
        int width = net.input().width();
        return net.code(height, width)
                .map(code -> " with a code of %d numbers for %d"
                        .formatted(code.count(), net.input().count()))
                .orElse("");
    }

    @Override
    public String shown() {
        String captions = answers.captions().stream().collect(Collectors.joining("; "));
        return """
                ![given pictures and reconstructions](%s)

                %s
                From left to right: %s. Pictures: %s.""".formatted(BeforeAfter.FILE, rows(), captions, credit);
    }

    private String rows() {
        if (manifest().task() == Task.REGRESS) {
            return "The given pictures, with the answers.";
        }
        boolean corrupted = answers.captions().stream().noneMatch(caption -> caption.startsWith("reconstruction"));
        return corrupted
                ? "Top: the original. Middle: the input. Bottom: the output."
                : "Top: the input. Bottom: the output.";
    }

    @Override
    public String use() {
        if (manifest().task() == Task.REGRESS) {
            return """
                    ## Use

                        java -jar target/unveil.jar evaluate --model %s --data DATA
                    """.formatted(manifest().name());
        }
        String coded = folder.architecture().hasCode()
                ? "    java -jar target/unveil.jar encode in.png -o code.npy --model %s\n"
                        .formatted(manifest().name())
                : "";
        return """
                ## Use

                    java -jar target/unveil.jar reconstruct in.png -o out.png --model %1$s
                %2$s    java -jar target/unveil.jar evaluate --model %1$s --data DATA
                """.formatted(manifest().name(), coded);
    }

    @Override
    public String reads() {
        return "goes the picture";
    }

    @Override
    public String limitations() {
        return """
                ## Limitations

                - It has learnt only from the pictures named above: whatever it is given, its output looks like them.
                - It is small on purpose, so that it can be trained in minutes and inspected. It is an example of its kind, not the best.
                """;
    }
}
