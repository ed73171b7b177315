package io.unveil.autoencoder.layer;

/** All numbers in one column: (C, H, W) to (C H W, 1, 1). Dense layers flatten by themselves. */
public record Flatten() implements Reshaping {
    @Override
    public String kind() {
        return "flatten";
    }

    @Override
    public Shape shape(Shape in) {
        return new Shape(in.count(), 1, 1);
    }
}
