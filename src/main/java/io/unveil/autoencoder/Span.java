package io.unveil.autoencoder;

/** Neighbouring positions along one axis, from first to last, both counted. */
record Span(long first, long last) {
    static Span at(long position) {
        return new Span(position, position);
    }

    /** The smallest span that holds both. */
    Span and(Span other) {
        return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }
}
