package io.unveil.data;

/** Colour to gray by the luma of Rec. 601, .299 R + .587 G + .114 B, rounded; gray pictures stay as they are. */
record Gray() implements Transform.Fixed {
    @Override
    public int channels(int in) {
        return 1;
    }

    @Override
    public Example apply(Example in) {
        return in.channels() == 1
                ? in
                : in.drawn(
                        in.size(),
                        1,
                        (x, y, channel) -> Example.luma(in.level(x, y, 0), in.level(x, y, 1), in.level(x, y, 2)));
    }
}
