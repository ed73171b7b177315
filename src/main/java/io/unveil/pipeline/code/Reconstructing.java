package io.unveil.pipeline.code;

import io.unveil.image.Difference;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.image.Resampling;
import io.unveil.image.Size;
import io.unveil.image.Source;
import io.unveil.inference.Deadline;
import io.unveil.inference.Model;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.pipeline.Comparing;
import io.unveil.pipeline.FittedPicture;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends pictures through autoencoders; the result is as much of a picture as the network can express. Thread-safe. */
public final class Reconstructing {
    private final Autoencoders autoencoders;

    public Reconstructing(Models models) {
        this.autoencoders = new Autoencoders(models);
    }

    /** As {@link #reconstruct(Picture, Optional, Optional, Deadline)}, without a deadline. */
    public Reconstructed reconstruct(Picture picture, Optional<String> model, Optional<Picture> reference) {
        return reconstruct(picture, model, reference, Deadline.none());
    }

    /**
     * An autoencoder's reconstruction of a picture, in the picture's size: where the model takes only one size, a
     * larger picture is resized to it, and the result resized back. A gray model makes gray pictures of colour ones.
     * Throws {@link RefusedRequest} when the model is unknown, broken or for another task, when the picture is smaller
     * than the model takes, when the reference is of another size, and when the deadline passes;
     * {@link InvalidParameter} when no model is named and there are several.
     */
    public Reconstructed reconstruct(
            Picture picture, Optional<String> name, Optional<Picture> reference, Deadline deadline) {
        reference.ifPresent(clean -> Comparing.requireAlike(picture, clean));
        Model model = autoencoders.require(name);
        FittedPicture fitting = FittedPicture.of(picture, model);
        long asked = System.nanoTime();
        Picture.Canvas canvas = fitting.picture().canvas();
        Duration queue = fitting.resized().isPresent()
                ? resized(fitting, model, canvas, deadline)
                : byTiles(fitting, model, canvas, deadline);
        Picture done = canvas.picture();
        Timing timing = Timing.since(asked, queue);
        deadline.check();
        return new Reconstructed(
                done,
                model.name(),
                model.device(),
                fitting.resized().orElse(picture.size()),
                fitting.channels(),
                steps(fitting),
                notes(fitting),
                Difference.between(fitting.picture(), done),
                reference.map(clean -> against(clean, fitting.picture(), done)),
                timing);
    }

    private static Duration byTiles(FittedPicture fitting, Model model, Picture.Canvas canvas, Deadline deadline) {
        Picture picture = fitting.picture();
        return model.run(
                picture.size(),
                (tile, network) -> tile.kept(fitting.fromPlanes(network.apply(fitting.planes(tile.read(picture))))),
                (tile, made) -> canvas.put(tile.columns().from(), tile.rows().from(), made),
                deadline);
    }

    private static Duration resized(FittedPicture fitting, Model model, Picture.Canvas canvas, Deadline deadline) {
        Source source = fitting.source();
        Size size = fitting.picture().size();
        return model.run(
                source.size(),
                (tile, network) -> fitting.fromPlanes(network.apply(fitting.planes(source.pixels()))),
                (tile, made) -> paint(made, size, canvas),
                deadline);
    }

    /** Row by row, so that a large picture is never in memory as floats. */
    private static void paint(Pixels made, Size size, Picture.Canvas canvas) {
        Resampling back = Resampling.between(made.size(), size);
        for (int y = 0; y < size.height(); y++) {
            canvas.put(0, y, back.row(made, y));
        }
    }

    private static List<String> steps(FittedPicture fitting) {
        List<String> steps = new ArrayList<>(fitting.steps());
        steps.add("model");
        fitting.resized().ifPresent(size -> steps.add("resize"));
        return steps;
    }

    private static List<String> notes(FittedPicture fitting) {
        List<String> notes = new ArrayList<>(fitting.notes());
        fitting.resized()
                .ifPresent(size ->
                        notes.add("the result was resized back: the error includes both resizings and the model"));
        return notes;
    }

    private static Reconstructed.Reference against(Picture clean, Picture before, Picture after) {
        Picture fitting = after.channels() == 1 ? clean.inGray() : clean;
        return new Reconstructed.Reference(Difference.between(before, fitting), Difference.between(after, fitting));
    }
}
