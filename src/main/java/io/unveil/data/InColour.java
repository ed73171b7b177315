package io.unveil.data;

/** Gray to colour: the same in all three channels. */
record InColour() implements Transform.Fixed {
    @Override
    public int channels(int in) {
        return 3;
    }

    @Override
    public Example apply(Example in) {
        return in.channels() == 3 ? in : in.drawn(in.size(), 3, (x, y, channel) -> in.level(x, y, 0));
    }
}
