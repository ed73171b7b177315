package io.unveil.image;

/** The file formats that are read; all but GIF are written too. */
public enum Format {
    PNG("image/png"),
    JPEG("image/jpeg"),
    WEBP("image/webp"),
    TIFF("image/tiff"),
    BMP("image/bmp"),
    GIF("image/gif");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
