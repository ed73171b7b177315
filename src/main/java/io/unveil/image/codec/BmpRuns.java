package io.unveil.image.codec;

import io.unveil.image.Size;

/**
 * Indices of a BMP file in runs (Microsoft, "Bitmap Compression"): pairs of a length and what is repeated, or an escape
 * to the end of a row, to the end of the picture, to another place, or to indices as they are. Pixels that are stepped
 * over have index 0.
 */
final class BmpRuns {
    private static final int END_OF_ROW = 0;
    private static final int END = 1;
    private static final int MOVE = 2;

    private final byte[] file;
    private final Size size;
    private final boolean halves; // two indices a byte
    private final byte[] indices;
    private int at;
    private int x;
    private int y;

    BmpRuns(byte[] file, int start, Size size, boolean halves) {
        this.file = file;
        this.size = size;
        this.halves = halves;
        this.at = start;
        this.indices = new byte[Math.toIntExact(size.pixels())];
    }

    /** Row by row in the order of the file. */
    byte[] indices() {
        boolean ended = false;
        while (!ended && !(at >= file.length && isFull())) {
            int length = next();
            int value = next();
            if (length > 0) {
                for (int i = 0; i < length; i++) {
                    put(halves ? (i % 2 == 0 ? value >> 4 : value & 15) : value);
                }
            } else if (value == END_OF_ROW) {
                x = 0;
                y++;
            } else if (value == END) {
                ended = true;
            } else if (value == MOVE) {
                x += next();
                y += next();
            } else {
                literal(value);
            }
        }
        return indices;
    }

    /** Writers forget the end of a picture that is all there. */
    private boolean isFull() {
        return y >= size.height() || (y == size.height() - 1 && x == size.width());
    }

    private void literal(int count) {
        int bytes = halves ? (count + 1) / 2 : count;
        for (int i = 0; i < count; i++) {
            int value = file[at + (halves ? i / 2 : i)];
            put(halves ? (i % 2 == 0 ? value >> 4 & 15 : value & 15) : value);
        }
        at += bytes + bytes % 2;
    }

    private void put(int index) {
        if (x >= size.width() || y >= size.height()) {
            throw RejectedImage.damaged("the BMP image is damaged: a run leaves the picture at row %d".formatted(y));
        }
        indices[y * size.width() + x++] = (byte) index;
    }

    private int next() {
        if (at >= file.length) {
            throw RejectedImage.damaged("the BMP image is cut short or damaged: its runs do not end");
        }
        return file[at++] & 0xFF;
    }
}
