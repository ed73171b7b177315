package io.unveil.spark;

import java.io.Serializable;

/**
 * A file of the input.
 *
 * @param name its path within the input, with slashes
 */
record SourceFile(String name, long bytes) implements Serializable {}
