package io.unveil.filling;

/** How a fill is stopped from outside: it asks every few milliseconds of its work, and what is thrown at it ends it. */
@FunctionalInterface
public interface Interruption {
    /** Throws, any unchecked exception, where the work is to end. */
    void check();

    /** Never comes. */
    static Interruption none() {
        return () -> {};
    }
}
