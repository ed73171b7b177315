package io.unveil.image.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The block in which JPEG files hold IPTC records, one among several resources (Adobe Photoshop File Formats
 * Specification, "Image Resource Blocks").
 */
final class PhotoshopResources {
    private static final int SIGNATURE = 0x3842494D; // "8BIM"
    private static final int IPTC = 0x0404;

    private PhotoshopResources() {}

    /** The IPTC records among the resources, thumbnails and all else left out. */
    static Optional<byte[]> iptc(byte[] resources) {
        return find(resources, IPTC);
    }

    static Optional<byte[]> find(byte[] resources, int wanted) {
        ByteBuffer data = ByteBuffer.wrap(resources);
        while (data.remaining() >= 12 && data.getInt() == SIGNATURE) {
            int id = data.getShort() & 0xFFFF;
            int name = data.get() & 0xFF;
            data.position(data.position() + name + (name + 1) % 2);
            int length = data.getInt();
            if (length < 0) { // would lead back, without end
                throw new IndexOutOfBoundsException("a resource of %d bytes".formatted(length));
            }
            if (id == wanted) {
                if (length > data.remaining()) {
                    throw new IndexOutOfBoundsException("a resource of %d bytes".formatted(length));
                }
                byte[] resource = new byte[length];
                data.get(resource);
                return Optional.of(resource);
            }
            data.position(Math.min(data.limit(), Math.addExact(data.position(), Math.addExact(length, length % 2))));
        }
        return Optional.empty();
    }

    /** A block of nothing but IPTC records. */
    static byte[] ofIptc(byte[] records) {
        ByteBuffer block = ByteBuffer.allocate(12 + records.length + records.length % 2);
        block.put("8BIM".getBytes(US_ASCII)).putShort((short) IPTC).putShort((short) 0);
        return block.putInt(records.length).put(records).array();
    }
}
