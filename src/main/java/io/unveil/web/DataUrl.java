package io.unveil.web;

import java.util.Base64;

/** Files within JSON (RFC 2397). */
final class DataUrl {
    private DataUrl() {}

    static String of(String mediaType, byte[] bytes) {
        return "data:%s;base64,%s".formatted(mediaType, Base64.getEncoder().encodeToString(bytes));
    }
}
