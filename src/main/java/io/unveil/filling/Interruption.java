package io.unveil.filling;

/**
 * Stops a fill from outside: the fill calls it every few milliseconds, and any exception that it throws ends the fill.
 */
@FunctionalInterface
public interface Interruption {
    /** Throws any unchecked exception to end the work. */
    void check();

    /** Never interrupts. */
    static Interruption none() {
        return () -> {};
    }
}
