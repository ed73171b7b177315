package io.unveil.pipeline;

import io.unveil.image.Pixels;
import io.unveil.inference.Deadline;
import io.unveil.inference.Model;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a network makes of planes that fit into memory at once.
 *
 * @param planes of the same height and width as those that went in
 * @param queue how long the first tile waited for a free worker
 */
record WholePass(Pixels planes, Duration queue) {
    static WholePass of(Model model, Pixels planes, Deadline deadline) {
        List<Pixels> canvas = new ArrayList<>(1);
        Duration queue = model.run(
                planes.size(),
                (tile, network) -> tile.kept(network.apply(tile.read(planes))),
                (tile, made) -> {
                    if (canvas.isEmpty()) {
                        canvas.add(blank(planes, made.channels()));
                    }
                    paint(canvas.get(0), tile.place().x(), tile.place().y(), made);
                },
                deadline);
        return new WholePass(canvas.get(0), queue);
    }

    private static Pixels blank(Pixels like, int channels) {
        return new Pixels(like.width(), like.height(), channels, new float[like.width() * like.height() * channels]);
    }

    private static void paint(Pixels canvas, int x, int y, Pixels tile) {
        int row = tile.width() * tile.channels();
        for (int j = 0; j < tile.height(); j++) {
            int to = ((y + j) * canvas.width() + x) * tile.channels();
            System.arraycopy(tile.values(), j * row, canvas.values(), to, row);
        }
    }
}
