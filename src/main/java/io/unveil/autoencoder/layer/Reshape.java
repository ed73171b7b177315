package io.unveil.autoencoder.layer;

import io.unveil.recipe.Fields;

/** (C, H, W) to a shape that holds as many numbers: back from a column of numbers to planes. */
public record Reshape(Shape to) implements Reshaping {
    public static Reshape read(Fields fields) {
        return new Reshape(new Shape(
                fields.integer("channels", 1, FullyConnected.MAX_OUT),
                fields.integer("height", 1, Sides.LONGEST),
                fields.integer("width", 1, Sides.LONGEST)));
    }

    @Override
    public String kind() {
        return "reshape";
    }

    @Override
    public Shape shape(Shape in) {
        if (in.count() != to.count()) {
            throw new DoesNotClose("%s are %d numbers, %s would be %d".formatted(in, in.count(), to, to.count()));
        }
        return to;
    }
}
