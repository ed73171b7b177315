package io.unveil.report;

import java.util.Base64;

/** Files within JSON (RFC 2397). */
public final class DataUrl {
    private DataUrl() {}

    public static String of(String mediaType, byte[] bytes) {
        return "data:%s;base64,%s".formatted(mediaType, Base64.getEncoder().encodeToString(bytes));
    }
}
