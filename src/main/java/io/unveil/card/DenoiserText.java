package io.unveil.card;

import io.unveil.model.Manifest;

/** Of a denoiser that is told sigma. */
public record DenoiserText(Manifest manifest, BeforeAfter picture, String credit) implements CardText {
    @Override
    public String purpose() {
        return "Takes noise out of %s pictures: a convolutional autoencoder that is told the noise level and gives back the noise."
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
        return manifest.told() == 1
                ? "go the picture minus one half and one plane of sigma / 255"
                : "go the picture minus one half, one plane of sigma / 255, and one that is 1 where the noise is clipped and rounded, as in files, and 0 where it is not";
    }

    @Override
    public String limitations() {
        return """
                ## Limitations

                - It was trained on additive Gaussian noise that is equally strong everywhere and independent from pixel to pixel. Grain of film,
                  noise that was smoothed or enlarged, stripes and JPEG blocks are other damage: it takes only part of them away.
                - Texture as fine and as faint as the noise is taken for noise. What is gone is gone: it removes, it does not invent.
                - Told a level above the real one it smooths, told one below it leaves noise.
                - It was trained on photographs; drawings, text and measurements (medical, scientific) were not looked at. Do not measure in its results.
                """;
    }
}
