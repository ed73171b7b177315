package io.unveil.image.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The chunks of pixels of an OpenEXR file. The decoder shows missing ones as black without a word, so they are looked
 * at before: all are there, lie inside the file, and unpack where they are packed by zlib.
 */
final class ExrChunks {
    private static final int ZIP_OF_ONE_LINE = 2;
    private static final int ZIP = 3;
    private static final int PXR24 = 5;
    private static final int TILE_PLACE = 16;
    private static final int LINE_PLACE = 4;

    private final ByteBuffer file;
    private final ExrHeader header;

    ExrChunks(byte[] file, ExrHeader header) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.header = header;
    }

    /** Rows of a chunk, by the number of its compression. */
    static int rows(int compression) {
        return switch (compression) {
            case 0, 1, ZIP_OF_ONE_LINE -> 1;
            case ZIP, PXR24 -> 16;
            case 4, 6, 7, 8 -> 32;
            case 9 -> 256;
            default ->
                throw RejectedImage.unsupported(
                        "the EXR image is packed in a way that is not read (%d)".formatted(compression));
        };
    }

    private long count() {
        long width = header.data().claim().width();
        long height = header.data().claim().height();
        if (header.tile().isEmpty()) {
            int rows = rows(header.compression());
            return (height + rows - 1) / rows;
        }
        ImageFile.Claim tile = header.tile().get();
        return Math.multiplyExact(
                (width + tile.width() - 1) / tile.width(), (height + tile.height() - 1) / tile.height());
    }

    /**
     * The same file with its pixels at the origin, where the decoder puts them whatever the windows say.
     *
     * @throws RejectedImage DAMAGED where a chunk is missing or broken
     */
    byte[] atOrigin() throws IOException {
        byte[] moved = file.array().clone();
        ByteBuffer copy = ByteBuffer.wrap(moved).order(ByteOrder.LITTLE_ENDIAN);
        for (ExrHeader.Window window : new ExrHeader.Window[] {header.data(), header.display()}) {
            copy.putInt(window.at(), 0).putInt(window.at() + 4, 0);
            copy.putInt(window.at() + 8, (int) header.data().claim().width() - 1);
            copy.putInt(window.at() + 12, (int) header.data().claim().height() - 1);
        }
        long count = count();
        int place = (header.severalParts() ? 4 : 0) + (header.tile().isPresent() ? TILE_PLACE : LINE_PLACE);
        for (long i = 0; i < count; i++) {
            long at = file.getLong(Math.toIntExact(header.offsets() + 8 * i));
            if (at < header.offsets() || at > file.limit() - place - 4) {
                throw RejectedImage.damaged(
                        "the EXR image is cut short: part %d of its %d is missing".formatted(i + 1, count));
            }
            int length = file.getInt((int) at + place);
            int from = (int) at + place + 4;
            if (length < 0 || length > file.limit() - from) {
                throw RejectedImage.damaged("the EXR image is cut short in part %d of its %d".formatted(i + 1, count));
            }
            if (isZipped()) {
                requireUnpacks(from, length);
            }
            if (header.tile().isEmpty()) { // begins with its first row
                int row = (int) at + place - LINE_PLACE;
                copy.putInt(row, file.getInt(row) - header.data().top());
            }
        }
        return moved;
    }

    private boolean isZipped() {
        int compression = header.compression();
        return compression == ZIP_OF_ONE_LINE || compression == ZIP || compression == PXR24;
    }

    /** What would not get smaller stands as it is, and is no stream of zlib. */
    private void requireUnpacks(int from, int length) throws IOException {
        boolean stream = length > 2
                && (file.get(from) & 15) == 8
                && ((file.get(from) & 255) << 8 | file.get(from + 1) & 255) % 31 == 0;
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file.array(), from, length);
            byte[] spent = new byte[1 << 14];
            long most = header.mostBytes();
            while (stream && !inflater.finished()) {
                int more = inflater.inflate(spent);
                most -= more;
                if (more == 0 || most < 0) {
                    throw RejectedImage.damaged("the EXR image is damaged: a part of it does not unpack");
                }
            }
        } catch (DataFormatException broken) {
            throw new IOException(broken);
        } finally {
            inflater.end();
        }
    }
}
