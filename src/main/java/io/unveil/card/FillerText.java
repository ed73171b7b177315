package io.unveil.card;

import io.unveil.model.Manifest;
import io.unveil.training.PredictionSheet;

/** Of a network that fills holes. */
public record FillerText(Manifest manifest, PredictionSheet answers, String credit) implements CardText {
    @Override
    public String purpose() {
        return "Fills holes in pictures: a convolutional autoencoder that is given the hole filled smoothly and answers what that fill lacks.";
    }

    @Override
    public String shown() {
        return """
                ![with holes, and filled](%s)

                Top: as it was. Middle: with a hole. Bottom: filled.
                From left to right: %s. Picture: %s.""".formatted(BeforeAfter.FILE, String.join("; ", answers.captions()), credit);
    }

    @Override
    public String use() {
        return """
                ## Use

                    java -jar target/unveil.jar fill photo.png --mask mask.png -o whole.png --model %1$s
                    curl -F file=@photo.png -F mask=@mask.png 'localhost:8080/v1/fill?model=%1$s' -o whole.png

                White in the mask is what is filled; all around it stays bit for bit.
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

                - What it puts into a hole is the likely, not the true: an average of what could be there. Wide holes come out smooth, without
                  texture; `method=exemplar` makes texture. Do not take what was filled for evidence.
                - The mask must cover all that is to go, its soft rim too: what shows beside it is carried on into the hole (`grow` widens the mask).
                - It was trained on photographs; drawings, text and measurements (medical, scientific) were not looked at.
                """;
    }
}
