package io.unveil.autoencoder.layer;

/** A rectangle of positions. */
public record Positions(Span rows, Span columns) {
    public static Positions at(long row, long column) {
        return new Positions(Span.at(row), Span.at(column));
    }

    public static Positions whole(Shape shape) {
        return new Positions(new Span(0, shape.height() - 1L), new Span(0, shape.width() - 1L));
    }

    /** The smallest rectangle that contains both. */
    Positions and(Positions other) {
        return new Positions(rows.and(other.rows), columns.and(other.columns));
    }

    /** The intersection. */
    public Positions within(Positions other) {
        return new Positions(rows.within(other.rows), columns.within(other.columns));
    }
}
