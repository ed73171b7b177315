package io.unveil.image.codec;

import io.unveil.image.Picture;
import io.unveil.image.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Animated WebP (RFC 9649, 2.7.1): lossless frames, each of which replaces the part of the canvas that it changes.
 * Where a part begins at an odd place, or is to be restored, which WebP cannot say, all frames are written whole.
 */
final class WebpAnimationWriter {
    private static final int ANIMATED = 0x02;
    private static final int LONGEST = 0xFFFFFF;
    private static final int CLEAR = 1;
    private static final int REPLACE = 2;

    private WebpAnimationWriter() {}

    /** The pictures are of one size; what is said beside them is that of the first. */
    static byte[] write(List<Picture> pictures, Animation animation) throws IOException {
        Size canvas = pictures.get(0).size();
        boolean sayable = animation.showings().stream()
                .allMatch(showing ->
                        showing.x() % 2 == 0 && showing.y() % 2 == 0 && showing.disposal() != Disposal.RESTORE);
        Animation shown = sayable ? animation : animation.whole(canvas);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        ByteBuffer control = ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN);
        control.putInt(0).putShort((short) Math.min(0xFFFF, animation.plays()));
        chunks.write(WebpWriter.chunk("ANIM", control.array()));
        for (int i = 0; i < pictures.size(); i++) {
            chunks.write(frame(pictures.get(i), shown.showings().get(i)));
        }
        return WebpWriter.extended(pictures.get(0), ANIMATED, chunks.toByteArray());
    }

    private static byte[] frame(Picture picture, Animation.Showing showing) throws IOException {
        byte[] pixels = WebpWriter.pixels(FramePart.of(picture, showing));
        ByteBuffer frame = ByteBuffer.allocate(16 + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        medium(frame, showing.x() / 2);
        medium(frame, showing.y() / 2);
        medium(frame, showing.size().width() - 1);
        medium(frame, showing.size().height() - 1);
        medium(frame, Math.min(LONGEST, showing.delay().milliseconds()));
        frame.put((byte) (REPLACE | (showing.disposal() == Disposal.CLEAR ? CLEAR : 0)));
        return WebpWriter.chunk("ANMF", frame.put(pixels).array());
    }

    private static void medium(ByteBuffer to, int number) {
        to.putShort((short) number).put((byte) (number >> 16));
    }
}
