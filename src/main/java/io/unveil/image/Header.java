package io.unveil.image;

/** What the first bytes of a file say: its format and size, before any pixel is decoded. The size is that after EXIF orientation. */
public record Header(Format format, Size size) {}
