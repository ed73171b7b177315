package io.unveil.data;

/** What is known of an example beside its samples. */
public sealed interface Label {
    /** Of an example that is nothing but a picture. */
    Label NONE = new None();

    /** The label as a network is given it. */
    float value();

    /** No label; as a number it is NaN, so that whoever learns from it all the same finds out at once. */
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
