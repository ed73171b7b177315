package io.unveil.card;

import io.unveil.degradation.noise.Noise;
import io.unveil.image.BitDepth;
import io.unveil.image.Collage;
import io.unveil.image.Format;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.codec.Codec;
import io.unveil.inference.Models;
import io.unveil.model.Task;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.denoise.DenoiseOptions;
import io.unveil.pipeline.denoise.Denoised;
import io.unveil.pipeline.denoise.Denoising;
import io.unveil.pipeline.denoise.Method;
import io.unveil.pipeline.denoise.Sigma;
import java.util.Locale;
import java.util.Optional;

/**
 * A sample of a model's work: a noisy picture and the cleaned one beside it.
 *
 * @param noise of the left half, in words
 * @param before PSNR of the noisy picture, dB
 * @param after PSNR of the cleaned one, dB
 */
public record BeforeAfter(String noise, double before, double after, byte[] jpeg) {
    public static final String FILE = "before-after.jpg";
    private static final int SIDE = 240;
    private static final int GAP = 4;
    private static final int MOST_BYTES = 60_000;
    private static final long SEED = 1;

    /** With Gaussian noise; sigma as callers write it, but not auto. */
    public static BeforeAfter of(Models models, String model, Picture clean, String sigma) {
        Sigma given = Sigma.parse(sigma);
        if (!(given instanceof Sigma.Known known)) {
            throw new InvalidParameter("sigma", sigma, "a number from 0 to 100");
        }
        return of(
                models,
                model,
                clean,
                new Noise.Gaussian(known.levels()),
                given,
                "Gaussian noise of sigma " + known.levels());
    }

    /** With any noise, which is also given in words; cleaned by a blind model. */
    public static BeforeAfter blindly(Models models, String model, Picture clean, Noise noise, String inWords) {
        return of(models, model, clean, noise, new Sigma.Auto(), inWords);
    }

    /** Adds noise to the middle of a clean picture, clipped and rounded as in files, and cleans it. */
    private static BeforeAfter of(
            Models models, String model, Picture clean, Noise noise, Sigma given, String inWords) {
        boolean gray = models.require(model, Task.DENOISE).card().channels() == 1;
        Picture middle = middle(gray ? clean.inGray() : clean);
        Picture noisy = middle.with(noise.addTo(middle.pixels(), SEED));
        DenoiseOptions options = new DenoiseOptions(given, Optional.of(model), 1, Optional.empty(), Method.MODEL);
        Denoised denoised = new Denoising(models).denoise(noisy, options, Optional.of(middle));
        Denoised.Reference against = denoised.reference().orElseThrow();
        return new BeforeAfter(
                inWords,
                against.before().psnr(),
                against.after().psnr(),
                smallFile(beside(noisy.pixels(), denoised.picture().pixels())));
    }

    private static Picture middle(Picture picture) {
        int width = Math.min(SIDE, picture.size().width());
        int height = Math.min(SIDE, picture.size().height());
        Pixels part = picture.region(
                (picture.size().width() - width) / 2, (picture.size().height() - height) / 2, width, height);
        return Picture.of(part, BitDepth.EIGHT, Format.PNG);
    }

    private static Picture beside(Pixels left, Pixels right) {
        Collage both = Collage.white(2 * left.width() + GAP, left.height(), left.channels());
        both.put(left, 0, 0);
        both.put(right, left.width() + GAP, 0);
        return Picture.of(both.pixels(), BitDepth.EIGHT, Format.JPEG);
    }

    /** The part of a card with the picture and its caption. */
    String shown(String credit) {
        return String.format(Locale.ROOT, """
                ![noisy on the left, cleaned on the right](%s)

                Left: %s, clipped and rounded as in files, %.2f dB. Right: cleaned, %.2f dB. Picture: %s.""", FILE, noise, before, after, credit);
    }

    /** The best quality whose file is small enough for a repository. */
    public static byte[] smallFile(Picture picture) {
        int quality = 95;
        byte[] file = Codec.encode(picture, Format.JPEG, quality);
        while (file.length > MOST_BYTES && quality > 5) {
            quality -= 5;
            file = Codec.encode(picture, Format.JPEG, quality);
        }
        return file;
    }
}
