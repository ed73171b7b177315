package io.unveil.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.unveil.data.Example;
import io.unveil.data.Loader;
import io.unveil.degradation.Draws;
import io.unveil.image.Size;
import io.unveil.image.Turn;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/** Turns each example of a batch in one of the eight ways, all equally likely. */
final class TurnedExamples implements Examples {
    private final Loader loader;
    private final long seed;
    private final ByteBuffer turned;
    private final FloatBuffer truth;

    TurnedExamples(Loader loader, long seed) {
        this.loader = loader;
        this.seed = seed;
        this.turned =
                Examples.bytes(Math.toIntExact(loader.batch() * loader.size().pixels() * loader.channels()));
        this.truth = Examples.floats(loader.batch() * Turn.ALL.size());
    }

    @Override
    public List<NDArray> ofStep(long step, NDManager call) {
        ByteBuffer clean = loader.ofStep(step).samples();
        int count = turned.capacity() / loader.batch();
        byte[] example = new byte[count];
        turned.clear();
        for (int i = 0; i < loader.batch(); i++) {
            int way = Draws.of(seed, Seeds.Use.TURNS.ordinal(), step, i).below(Turn.ALL.size());
            clean.get(example);
            turned.put(turned(Turn.ALL.get(way), example, loader.size(), loader.channels()));
            for (int j = 0; j < Turn.ALL.size(); j++) {
                truth.put(i * Turn.ALL.size() + j, j == way ? 1 : 0);
            }
        }
        long side = loader.size().width();
        return List.of(
                call.create(turned.flip(), new Shape(loader.batch(), side, side, loader.channels()), DataType.UINT8),
                call.create(truth.rewind(), new Shape(loader.batch(), Turn.ALL.size(), 1, 1), DataType.FLOAT32));
    }

    /** Levels of a square, turned. */
    private static byte[] turned(Turn turn, byte[] square, Size size, int channels) {
        int side = size.width();
        byte[] out = new byte[square.length];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int from = turn.source(x, y, side, side) * channels;
                System.arraycopy(square, from, out, (y * side + x) * channels, channels);
            }
        }
        return out;
    }

    /** Whether any turn changes a picture. */
    static boolean hasOrientation(Example example) {
        if (example.size().width() != example.size().height()) {
            return true;
        }
        return Turn.ALL.stream()
                .anyMatch(turn -> !Arrays.equals(
                        turned(turn, example.samples(), example.size(), example.channels()), example.samples()));
    }
}
