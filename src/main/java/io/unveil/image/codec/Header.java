package io.unveil.image.codec;

import io.unveil.image.Format;
import io.unveil.image.Size;

/**
 * Format and size of a file, from its first bytes, before any pixel is decoded. The size is that after EXIF
 * orientation.
 *
 * @param bands samples a pixel has at most, alpha included
 * @param bytesPerSample of the file, at most: 1 or 2
 */
public record Header(Format format, Size size, int bands, int bytesPerSample) {}
