package io.unveil.card;

import io.unveil.model.Manifest;

/** The text on a denoiser that takes no sigma. */
public record BlindDenoiserText(Manifest manifest, BeforeAfter picture, String credit) implements CardText {
    @Override
    public String purpose() {
        return "Removes noise of many kinds from %s: a convolutional autoencoder that predicts the noise without knowing its kind or strength."
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

                Choose it by its name; it takes no sigma. `--strength 0.7` or `&strength=0.7` leaves some of the noise.
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

                - It was trained on synthetic noise: of camera sensors, grain, impulses, speckle, JPEG, in the ranges of its recipe. It does not remove
                  stripes, bands, moiré, dust or blur.
                - Where the noise is known to be Gaussian and equally strong everywhere, a model that takes sigma is better.
                - It takes texture that is as fine and faint as the noise for noise, and it does not invent lost detail. Small bright
                  points, such as stars, may be taken for impulses.
                - It was trained on photographs; it was not tested on drawings, text and measurements (medical, scientific). Do not measure in its results.
                """;
    }
}
