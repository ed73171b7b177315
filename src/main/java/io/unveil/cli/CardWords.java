package io.unveil.cli;

import io.unveil.autoencoder.Task;

/**
 * What a model's card says of its task.
 *
 * @param purpose what it does, as a sentence that goes on from "a … autoencoder"
 * @param use command lines, with the model's name as %1$s
 * @param input what goes into the network
 * @param caption of the picture, left and right
 * @param limitations a list in Markdown
 */
record CardWords(String purpose, String use, String input, String caption, String limitations) {
    static CardWords of(Task task) {
        return switch (task) {
            case DENOISE -> DENOISE;
            case FILL -> FILL;
            case AUTOENCODE -> AUTOENCODE;
            case REGRESS -> REGRESS;
            case ANOMALY -> throw new IllegalArgumentException("no card is written for models that score anomalies");
        };
    }

    private static final CardWords DENOISE = new CardWords(
            "Takes noise out of pictures: a convolutional autoencoder that is told the noise level and gives back the noise.",
            """
                java -jar target/unveil.jar denoise noisy.png -o clean.png --model %1$s
                curl -F file=@noisy.png 'localhost:8080/v1/denoise?model=%1$s' -o clean.png

            Add `--sigma 25` or `&sigma=25` where the noise level is known; else it is estimated from the picture.
            """,
            "the picture minus one half and one plane of sigma / 255",
            "Left: noisy. Right: cleaned.",
            """
            - It was trained on additive Gaussian noise that is equally strong everywhere and independent from pixel to pixel. Grain of film,
              noise that was smoothed or enlarged, stripes and JPEG blocks are other damage: it takes only part of them away.
            - Texture as fine and as faint as the noise is taken for noise. What is gone is gone: it removes, it does not invent.
            - Told a level above the real one it smooths, told one below it leaves noise.
            - It was trained on photographs; drawings, text and measurements (medical, scientific) were not looked at. Do not measure in its results.
            """);

    private static final CardWords FILL = new CardWords(
            "Fills holes in pictures: a convolutional autoencoder that is given the hole filled smoothly and answers what that fill lacks.",
            """
                java -jar target/unveil.jar fill photo.png --mask mask.png -o whole.png --model %1$s
                curl -F file=@photo.png -F mask=@mask.png 'localhost:8080/v1/fill?model=%1$s' -o whole.png

            White in the mask is what is filled; all around it stays bit for bit.
            """,
            "the picture with its hole filled harmonically, minus one half, and one plane that is 1 in the hole",
            "Left: with its hole. Right: filled.",
            """
            - What it puts into a hole is the likely, not the true: an average of what could be there. Wide holes come out smooth, without texture;
              `method=exemplar` makes texture. Do not take what was filled for evidence.
            - The mask must cover all that is to go, its soft rim too: what shows beside the mask is continued into the hole (`grow` widens it).
            - It was trained on photographs; drawings, text and measurements (medical, scientific) were not looked at.
            """);

    private static final CardWords AUTOENCODE = new CardWords(
            "Gives back the picture that it is given, or the one before it was spoiled: an autoencoder.",
            """
                java -jar target/unveil.jar reconstruct picture.png -o again.png --model %1$s
                curl -F file=@picture.png 'localhost:8080/v1/reconstruct?model=%1$s' -o again.png

            Where the network has a code, `encode` and `decode` give and take it.
            """,
            "the picture, values from 0 to 1",
            "Left: what it is given. Right: what it gives back.",
            """
            - It knows the kind of picture that it was trained on and no other: of anything else it gives back what is nearest to that.
            - It is an example to learn from, small and quickly trained.
            """);

    private static final CardWords REGRESS = new CardWords(
            "Measures one number on a picture: a convolutional network with dense layers behind it.",
            """
                java -jar target/unveil.jar models describe %1$s

            Its figures below are of fresh examples that it was not trained on.
            """,
            "the picture, values from 0 to 1",
            "Some of the pictures that it measures.",
            """
            - It knows the kind of picture that it was trained on and no other, at one size.
            - It is an example to learn from, small and quickly trained; no route serves it.
            """);
}
