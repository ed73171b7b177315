package io.unveil.autoencoder;

/** A rectangle of positions. */
record Region(Span rows, Span columns) {
    static Region at(long row, long column) {
        return new Region(Span.at(row), Span.at(column));
    }

    static Region whole(Shape shape) {
        return new Region(new Span(0, shape.height() - 1L), new Span(0, shape.width() - 1L));
    }

    /** The smallest rectangle that holds both. */
    Region and(Region other) {
        return new Region(rows.and(other.rows), columns.and(other.columns));
    }

    /** What both hold. */
    Region within(Region other) {
        return new Region(rows.within(other.rows), columns.within(other.columns));
    }
}
