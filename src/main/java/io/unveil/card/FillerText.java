package io.unveil.card;

import io.unveil.model.Manifest;
import io.unveil.training.PredictionSheet;

/** The text on a network that fills holes. */
public record FillerText(Manifest manifest, PredictionSheet answers, String credit) implements CardText {
    @Override
    public String purpose() {
        return "Fills holes in pictures: a convolutional autoencoder that reads a smooth fill of the hole and predicts the missing detail.";
    }

    @Override
    public String shown() {
        return """
                ![with holes, and filled](%s)

                Top: the original. Middle: with a hole. Bottom: filled.
                From left to right: %s. Picture: %s.""".formatted(BeforeAfter.FILE, String.join("; ", answers.captions()), credit);
    }

    @Override
    public String use() {
        return """
                ## Use

                    java -jar target/unveil.jar fill photo.png --mask mask.png -o whole.png --model %1$s
                    curl -F file=@photo.png -F mask=@mask.png 'localhost:8080/v1/fill?model=%1$s' -o whole.png

                White pixels of the mask are filled; all others stay as they are, bit for bit.
                """.formatted(manifest.name());
    }

    @Override
    public String reads() {
        return "go the picture with its hole filled harmonically, minus one half, and one plane that is 1 in the hole";
    }

    @Override
    public String limitations() {
        return """
                ## Limitations

                - A fill is likely, not true: an average of what could be there. Wide holes come out smooth, without
                  texture; `method=exemplar` makes texture. A fill is no evidence.
                - The mask must cover everything that is to go, its soft edge too: whatever remains beside it is continued into the hole (`grow` widens the mask).
                - It was trained on photographs; it was not tested on drawings, text and measurements (medical, scientific).
                """;
    }
}
