package io.unveil.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

class GifTest {
    static BufferedImage indexed(int width, int height) {
        byte[] red = new byte[256];
        byte[] green = new byte[256];
        byte[] blue = new byte[256];
        for (int i = 0; i < 256; i++) {
            red[i] = (byte) i;
            green[i] = (byte) (255 - i);
            blue[i] = (byte) (i * 7);
        }
        IndexColorModel model = new IndexColorModel(8, 256, red, green, blue);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, (x * x + 3 * y) % 251);
            }
        }
        return image;
    }
}
