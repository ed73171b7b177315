package io.unveil.autoencoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.unveil.autoencoder.layer.Shape;
import java.util.SplittableRandom;

/** Planes of numbers, one after the other, as formulas index them. */
public record Planes(Shape shape, float[] values) {
    public static Planes of(int channels, int height, int width, float... values) {
        return new Planes(new Shape(channels, height, width), values);
    }

    public static Planes zeros(Shape shape) {
        return new Planes(shape, new float[Math.toIntExact(shape.channels() * shape.positions())]);
    }

    public static Planes random(int channels, int height, int width, long seed) {
        Planes planes = zeros(new Shape(channels, height, width));
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < planes.values.length; i++) {
            planes.values[i] = (float) random.nextGaussian();
        }
        return planes;
    }

    /** A function of channel, row and column. */
    public interface Value {
        double at(int channel, int y, int x);
    }

    /** Called with channel, row and column. */
    public interface Visitor {
        void at(int channel, int y, int x);
    }

    public void each(Visitor visitor) {
        for (int i = 0; i < values.length; i++) {
            visitor.at(i / (shape.width() * shape.height()), i / shape.width() % shape.height(), i % shape.width());
        }
    }

    public void fill(Value value) {
        each((c, y, x) -> values[at(c, y, x)] = (float) value.at(c, y, x));
    }

    public float get(int channel, int y, int x) {
        return values[at(channel, y, x)];
    }

    public int at(int channel, int y, int x) {
        return (channel * shape.height() + y) * shape.width() + x;
    }

    public boolean inside(int y, int x) {
        return y >= 0 && x >= 0 && y < shape.height() && x < shape.width();
    }

    public NDArray interleaved(NDManager manager) {
        ai.djl.ndarray.types.Shape planar =
                new ai.djl.ndarray.types.Shape(1, shape.channels(), shape.height(), shape.width());
        return manager.create(values, planar).transpose(0, 2, 3, 1);
    }

    public static Planes ofInterleaved(NDArray array) {
        ai.djl.ndarray.types.Shape shape = array.getShape();
        Shape planes = new Shape((int) shape.get(3), (int) shape.get(1), (int) shape.get(2));
        return new Planes(planes, array.transpose(0, 3, 1, 2).toFloatArray());
    }
}
