package io.unveil.data;

/** What is known about an example besides its samples. */
public sealed interface Label {
    /** The label of an example that is only a picture. */
    Label NONE = new None();

    /** The label as a number for a network. */
    float value();

    /** No label; as a number it is NaN, so that a training that uses it by mistake fails at once. */
    record None() implements Label {
        @Override
        public float value() {
            return Float.NaN;
        }
    }

    /** One of a few classes, numbered from 0. */
    record OfClass(int number) implements Label {
        @Override
        public float value() {
            return number;
        }
    }

    /** A measure, such as the width of a blob in pixels. */
    record Measure(float value) implements Label {}
}
