package io.unveil.image.codec;

import io.unveil.image.Format;
import io.unveil.image.Size;

/**
 * Format and size of a file, from its first bytes, before any pixel is decoded. The size is that after EXIF
 * orientation.
 */
public record Header(Format format, Size size) {}
