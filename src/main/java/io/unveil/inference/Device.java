package io.unveil.inference;

/** Where networks run (unveil.device). */
public enum Device {
    /** The GPU when the engine sees one, else the CPU. */
    AUTO,
    CPU,
    /** The GPU; the service does not start without one. */
    GPU
}
