package io.unveil.card;

import io.unveil.model.Manifest;

/** Of a denoiser that is told no sigma. */
public record BlindDenoiserText(Manifest manifest, BeforeAfter picture, String credit) implements CardText {
    @Override
    public String purpose() {
        return "Takes noise of many kinds out of %s: a convolutional autoencoder that is told nothing of the noise and gives it back."
                .formatted(manifest.outputs() == 1 ? "gray pictures" : "pictures in colour and in gray");
    }

    @Override
    public String shown() {
        return picture.shown(credit);
    }

    @Override
    public String use() {
        return """
                ## Use

                    java -jar target/unveil.jar denoise noisy.jpg -o clean.png --model %1$s
                    curl -F file=@noisy.jpg 'localhost:8080/v1/denoise?model=%1$s' -o clean.jpg

                It serves by name alone, and takes no sigma. `--strength 0.7` or `&strength=0.7` leaves some of the noise.
                """.formatted(manifest.name());
    }

    @Override
    public String reads() {
        return "go the picture's planes minus one half";
    }

    @Override
    public String limitations() {
        return """
                ## Limitations

                - It was trained on noise that a program drew: of camera sensors, grain, impulses, speckle, JPEG, in the ranges of its recipe. Stripes,
                  bands, moiré and dust are other damage, and blur is none of its business.
                - Where the noise is known to be Gaussian and equally strong everywhere, a model that is told sigma is better at it.
                - Texture as fine and as faint as the noise is taken for noise. What is gone is gone: it removes, it does not invent. Small bright
                  points, such as stars, may be taken for impulses.
                - It was trained on photographs; drawings, text and measurements (medical, scientific) were not looked at. Do not measure in its results.
                """;
    }
}
