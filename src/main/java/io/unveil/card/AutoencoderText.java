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

/** Of an autoencoder, or a network that measures. */
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
            return "Tells one number of a picture: what its training set calls the measure, such as the width of a blob in pixels.";
        }
        String code = code();
        if (reconstruction.spoiling() instanceof NoiseCorruption noise) {
            return "A denoising autoencoder%s: takes off Gaussian noise of sigma %s to %s without being told how strong it is."
                    .formatted(code, noise.from(), noise.to());
        }
        return reconstruction.spoiling() instanceof OcclusionCorruption
                ? "An autoencoder%s that takes off what hides parts of a picture, without being told where that is."
                        .formatted(code)
                : "An autoencoder%s: what goes in is to come out again.".formatted(code);
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
                ![what was given and what came back](%s)

                %s
                From left to right: %s. Pictures: %s.""".formatted(BeforeAfter.FILE, rows(), captions, credit);
    }

    private String rows() {
        if (manifest().task() == Task.REGRESS) {
            return "What was given, with the answers.";
        }
        boolean spoiled = answers.captions().stream().noneMatch(caption -> caption.startsWith("reconstruction"));
        return spoiled
                ? "Top: as it was. Middle: as it was given. Bottom: as it came back."
                : "Top: as it was given. Bottom: as it came back.";
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

                - It has learnt from the pictures named above and knows nothing else: what it makes of other pictures looks like those.
                - It is small on purpose, to be trained in minutes and looked into; it is an example of its kind, not the best of it.
                """;
    }
}
