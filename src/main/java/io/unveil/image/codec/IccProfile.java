package io.unveil.image.codec;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The checks of an ICC profile before it is copied from file to file (ICC.1:2022, 7.2): its stated size, its signature,
 * and that its colour space is that of the samples. Samples are never converted: noise is measured and removed in those
 * of the file.
 */
final class IccProfile {
    /** Larger ones do not occur in photographs, but in files made to fill the memory. */
    static final int MAX_BYTES = 4 << 20;

    private static final int SIGNATURE = 0x61637370; // "acsp"
    private static final int GRAY = 0x47524159;
    private static final int RGB = 0x52474220;

    private IccProfile() {}

    /** The profile, if it describes samples of this many channels; one that does not is left out, as viewers do. */
    static Optional<byte[]> fitting(byte[] profile, int channels) {
        if (profile.length < 128 || profile.length > MAX_BYTES) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(profile);
        boolean whole = header.getInt(0) == profile.length && header.getInt(36) == SIGNATURE;
        boolean fits = header.getInt(16) == (channels == 1 ? GRAY : RGB);
        return whole && fits ? Optional.of(profile) : Optional.empty();
    }
}
