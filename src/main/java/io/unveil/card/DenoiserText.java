package io.unveil.card;

import io.unveil.model.Manifest;

/** The text on a denoiser that takes sigma. */
public record DenoiserText(Manifest manifest, BeforeAfter picture, String credit) implements CardText {
    @Override
    public String purpose() {
        return "Removes noise from %s pictures: a convolutional autoencoder that takes the noise level and predicts the noise."
                .formatted(manifest.outputs() == 1 ? "gray" : "colour");
    }

    @Override
    public String shown() {
        return picture.shown(credit);
    }

    @Override
    public String use() {
        return """
                ## Use

                    java -jar target/unveil.jar denoise noisy.png -o clean.png --model %1$s
                    curl -F file=@noisy.png 'localhost:8080/v1/denoise?model=%1$s' -o clean.png

                Add `--sigma 25` or `&sigma=25` where the noise level is known; else it is estimated from the picture.
                """.formatted(manifest.name());
    }

    @Override
    public String reads() {
        return manifest.noisePlanes() == 1
                ? "go the picture minus one half and one plane of sigma / 255"
                : "go the picture minus one half, one plane of sigma / 255, and one that is 1 where the noise is clipped and rounded, as in files, and 0 where it is not";
    }

    @Override
    public String limitations() {
        return """
                ## Limitations

                - It was trained on additive Gaussian noise that is equally strong everywhere and independent from pixel to pixel. It removes only part of film grain, smoothed or enlarged noise, stripes and JPEG blocks.
                - It takes texture that is as fine and faint as the noise for noise, and it does not invent lost detail.
                - With a sigma above the real one it smooths; with one below it leaves noise.
                - It was trained on photographs; it was not tested on drawings, text and measurements (medical, scientific). Do not measure in its results.
                """;
    }
}
