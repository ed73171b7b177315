package io.unveil.image.codec;

import java.nio.ByteBuffer;

/**
 * How tiles make a picture (ISO 23008-12, 6.6.2.3): row by row, all of one size; what reaches beyond the picture is cut
 * off.
 */
record HeifGrid(int rows, int columns, ImageFile.Claim claim) {
    static HeifGrid of(byte[] item) {
        ByteBuffer data = ByteBuffer.wrap(item);
        boolean wide = (data.get(1) & 1) == 1;
        long width = wide ? data.getInt(4) & 0xFFFFFFFFL : data.getShort(4) & 0xFFFF;
        long height = wide ? data.getInt(8) & 0xFFFFFFFFL : data.getShort(6) & 0xFFFF;
        return new HeifGrid((data.get(2) & 255) + 1, (data.get(3) & 255) + 1, new ImageFile.Claim(width, height));
    }
}
