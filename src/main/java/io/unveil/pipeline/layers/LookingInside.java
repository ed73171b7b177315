package io.unveil.pipeline.layers;

import io.unveil.autoencoder.LearntKernel;
import io.unveil.autoencoder.Stage;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.image.Picture;
import io.unveil.image.Size;
import io.unveil.inference.Deadline;
import io.unveil.inference.Model;
import io.unveil.inference.Models;
import io.unveil.inference.RefusedRequest;
import io.unveil.pipeline.InvalidParameter;
import io.unveil.pipeline.Timing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shows networks from inside. Safe for many threads. */
public final class LookingInside {
    /** Planes whose kernels are shown for each map. */
    private static final int MOST_PLANES = 16;

    /** The most maps that are shown at once. */
    public static final int MOST_MAPS = 64;

    private final Models models;

    public LookingInside(Models models) {
        this.models = models;
    }

    /**
     * The layers of a model, for pictures of the usual size or of a given one. Throws {@link RefusedRequest} when the
     * model is unknown or broken, or does not take such pictures.
     */
    public NetworkLayers layers(String name, Optional<Size> picture) {
        Model model = models.require(name);
        try {
            return picture.map(size -> NetworkLayers.of(model, size.height(), size.width()))
                    .orElseGet(() -> NetworkLayers.of(model));
        } catch (Layer.DoesNotClose e) {
            throw doesNotFit(model, e);
        }
    }

    /**
     * What a layer makes of a picture: so many of its channels, from one on.
     *
     * @throws RefusedRequest when the model is unknown or broken, when the picture does not fit it, and when the
     *     deadline passes
     * @throws InvalidParameter when the model has no such layer or channel
     */
    public LayerMaps maps(Picture picture, String name, String place, int first, int count, Deadline deadline) {
        Model model = models.require(name);
        long asked = System.nanoTime();
        NetworkInput input = NetworkInput.of(picture, model);
        NetworkLayers.Row layer = layer(model, input.read(), place);
        if (first >= layer.out().get(0)) {
            throw new InvalidParameter(
                    "first",
                    String.valueOf(first),
                    "0 to %d: %s gives %d maps"
                            .formatted(
                                    layer.out().get(0) - 1, place, layer.out().get(0)));
        }
        Model.Looked looked = model.stage(input.planes(), place, deadline);
        return new LayerMaps(
                model.name(),
                model.device(),
                layer,
                input.read(),
                channels(looked, first, count),
                looked.kernel().map(LearntKernel::window).orElse(List.of()),
                notes(picture.size(), input),
                Timing.since(asked, looked.queue()));
    }

    private NetworkLayers.Row layer(Model model, Size read, String place) {
        List<NetworkLayers.Row> rows;
        try {
            rows = NetworkLayers.of(model, read.height(), read.width()).layers();
        } catch (Layer.DoesNotClose e) {
            throw doesNotFit(model, e);
        }
        return rows.stream()
                .filter(row -> row.place().equals(place))
                .findFirst()
                .orElseThrow(() -> new InvalidParameter(
                        "layer",
                        place,
                        "of model '%s' one of %s"
                                .formatted(
                                        model.name(),
                                        rows.stream()
                                                .map(NetworkLayers.Row::place)
                                                .collect(Collectors.joining(", ")))));
    }

    private static List<LayerMaps.Channel> channels(Model.Looked looked, int first, int count) {
        Stage stage = looked.stage();
        Shape shape = stage.row().out();
        int positions = Math.toIntExact(shape.positions());
        return IntStream.range(first, Math.min(shape.channels(), first + count))
                .mapToObj(channel -> new LayerMaps.Channel(
                        channel,
                        shape.height(),
                        shape.width(),
                        Arrays.copyOfRange(stage.values(), channel * positions, (channel + 1) * positions),
                        looked.kernel()
                                .map(kernel -> kernel.of(channel, MOST_PLANES))
                                .orElse(List.of())))
                .toList();
    }

    private static List<String> notes(Size sent, NetworkInput input) {
        List<String> notes = new ArrayList<>(input.fitted().notes());
        if (input.fitted().resized().isEmpty() && !sent.equals(input.read())) {
            notes.add("the picture of %s was read at %s, so that its maps can be looked at"
                    .formatted(sent, input.read()));
        }
        return notes;
    }

    private static RefusedRequest doesNotFit(Model model, Layer.DoesNotClose e) {
        return new RefusedRequest(
                RefusedRequest.Reason.UNPROCESSABLE_IMAGE,
                "model '%s' does not take such pictures: %s".formatted(model.name(), e.getMessage()));
    }
}
