package io.unveil.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/**
 * Bodies of multipart/form-data that are small, and yet cannot be read: the message says why, not that they are large.
 */
class PartHeadersOverHttpTest extends RunningService {
    private static byte[] body(String lineEnd, String furtherHeader) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String head = "--b%1$sContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"%1$s%2$s%1$s";
        body.writeBytes(head.formatted(lineEnd, furtherHeader).getBytes(UTF_8));
        body.writeBytes(new byte[6000]);
        body.writeBytes("%1$s--b--%1$s".formatted(lineEnd).getBytes(UTF_8));
        return body.toByteArray();
    }

    private void isRefused(byte[] body) {
        ProblemsOverHttpTest.is(
                service().post("/v1/denoise", "multipart/form-data; boundary=b", body),
                400,
                "missing-image",
                "the header lines of a part have more than 4096 bytes, or do not end in CR LF");
    }

    @Test
    void aBodyWithLineFeedsAloneIsSaidToBeOne() {
        isRefused(body("\n", ""));
    }

    @Test
    void aPartWithLongHeadersIsSaidToHaveThem() {
        isRefused(body("\r\n", "X-Long: " + "x".repeat(5000) + "\r\n"));
    }
}
