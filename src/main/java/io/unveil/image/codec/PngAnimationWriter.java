package io.unveil.image.codec;

import io.unveil.image.Picture;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Animated PNG (PNG specification, third edition, 11.3.6): the first frame is the still picture too. Each frame writes
 * the part of the canvas that it changes, and replaces what was there.
 */
final class PngAnimationWriter {
    private static final int MOST = 65_535;

    private PngAnimationWriter() {}

    /** The pictures are of one size and kind; what is said beside them is that of the first. */
    static byte[] write(List<Picture> pictures, Animation animation) throws IOException {
        Picture first = pictures.get(0);
        // the still picture has the size of the canvas, and the first frame is the still picture
        boolean partial = !animation.showings().get(0).size().equals(first.size());
        Animation shown = partial ? animation.whole(first.size()) : animation;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        PngWriter.begin(first, out);
        ByteBuffer control = ByteBuffer.allocate(8).putInt(pictures.size()).putInt(animation.plays());
        PngWriter.chunk(out, "acTL", control.array());
        int sequence = 0;
        for (int i = 0; i < pictures.size(); i++) {
            Animation.Showing showing = shown.showings().get(i);
            PngWriter.chunk(out, "fcTL", control(sequence++, showing));
            byte[] pixels = PngWriter.packed(FramePart.of(pictures.get(i), showing));
            if (i == 0) {
                PngWriter.chunk(out, "IDAT", pixels);
            } else {
                ByteBuffer numbered = ByteBuffer.allocate(4 + pixels.length);
                PngWriter.chunk(
                        out, "fdAT", numbered.putInt(sequence++).put(pixels).array());
            }
        }
        PngWriter.chunk(out, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] control(int sequence, Animation.Showing showing) {
        Animation.Delay delay = fitting(showing.delay());
        return ByteBuffer.allocate(26)
                .putInt(sequence)
                .putInt(showing.size().width())
                .putInt(showing.size().height())
                .putInt(showing.x())
                .putInt(showing.y())
                .putShort((short) delay.numerator())
                .putShort((short) delay.denominator())
                .put((byte) showing.disposal().ordinal())
                .put((byte) 0) // replaces what was there
                .array();
    }

    private static Animation.Delay fitting(Animation.Delay delay) {
        if (delay.numerator() <= MOST && delay.denominator() <= MOST) {
            return delay;
        }
        return new Animation.Delay(Math.min(MOST, delay.milliseconds() / 1000), 1);
    }
}
