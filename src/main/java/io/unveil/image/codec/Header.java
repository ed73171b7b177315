package io.unveil.image.codec;

import io.unveil.image.Format;
import io.unveil.image.Size;

/** What the first bytes of a file say: its format and size, before any pixel is decoded. The size is that after EXIF orientation. */
public record Header(Format format, Size size) {}
