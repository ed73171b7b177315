package io.unveil.pipeline.score;

import io.unveil.image.Collage;
import io.unveil.image.Pixels;
import io.unveil.inference.Deadline;
import io.unveil.inference.Model;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A network's output for planes that fit into memory at once.
 *
 * @param planes output planes, of the input's height and width
 * @param queue how long the first tile waited for a free worker
 */
record SinglePass(Pixels planes, Duration queue) {
    static SinglePass of(Model model, Pixels planes, Deadline deadline) {
        List<Collage> canvas = new ArrayList<>(1); // made with the first tile, which shows the number of planes
        Duration queue = model.run(
                planes.size(),
                (tile, network) -> tile.kept(network.apply(tile.read(planes))),
                (tile, made) -> {
                    if (canvas.isEmpty()) {
                        canvas.add(Collage.white(planes.width(), planes.height(), made.channels()));
                    }
                    canvas.get(0).put(made, tile.place().x(), tile.place().y());
                },
                deadline);
        return new SinglePass(canvas.get(0).pixels(), queue);
    }
}
