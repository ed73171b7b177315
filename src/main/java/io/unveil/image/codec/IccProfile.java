package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The checks of an ICC profile before it is copied from file to file (ICC.1:2022, 7.2): its stated size, its signature,
 * and that its colour space is that of the samples. Samples are never converted: noise is measured and removed in those
 * of the file.
 */
final class IccProfile {
    private static final int HEADER = 128;
    private static final int SIGNATURE = 0x61637370; // "acsp"
    private static final int GRAY = 0x47524159;
    private static final int RGB = 0x52474220;
    private static final int CMYK = 0x434D594B;

    private IccProfile() {}

    /**
     * The profile, without padding behind it, if it describes samples of this many channels; one that does not, or is
     * cut short, is left out with a note. That of CMYK was used up when samples became sRGB.
     */
    static Optional<byte[]> fitting(byte[] profile, int channels, Notes notes) {
        if (!isWhole(profile)) {
            notes.add("the ICC profile is damaged and was left out");
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(profile);
        int space = header.getInt(16);
        if (space != (channels == 1 ? GRAY : RGB)) {
            if (space != CMYK) {
                notes.add("the ICC profile is one for '%s', which the samples are not; it was left out"
                        .formatted(new String(profile, 16, 4, US_ASCII).strip()));
            }
            return Optional.empty();
        }
        return Optional.of(Arrays.copyOf(profile, header.getInt(0)));
    }

    /** Whether the bytes begin with a profile that lies inside them. */
    static boolean isWhole(byte[] profile) {
        if (profile.length < HEADER) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(profile);
        int length = header.getInt(0);
        return length >= HEADER && length <= profile.length && header.getInt(36) == SIGNATURE;
    }
}
