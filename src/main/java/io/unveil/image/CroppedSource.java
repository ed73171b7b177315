package io.unveil.image;

/** A rectangle of another source, without a copy. */
record CroppedSource(Source whole, Rectangle part) implements Source {
    @Override
    public Size size() {
        return part.size();
    }

    @Override
    public int channels() {
        return whole.channels();
    }

    @Override
    public Pixels region(int x, int y, int width, int height) {
        return whole.region(part.x() + x, part.y() + y, width, height);
    }
}
