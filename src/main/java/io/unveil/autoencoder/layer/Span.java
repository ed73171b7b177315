package io.unveil.autoencoder.layer;

/**
 * Neighbouring positions along one axis, from first to last, both included; empty where the last lies before the first.
 */
public record Span(long first, long last) {
    static Span at(long position) {
        return new Span(position, position);
    }

    public long length() {
        return last - first + 1;
    }

    /** The smallest span that contains both. */
    Span and(Span other) {
        return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }

    /** The intersection. */
    Span within(Span other) {
        return new Span(Math.max(first, other.first), Math.min(last, other.last));
    }
}
