package io.unveil.image.codec;

import io.airlift.compress.MalformedInputException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The pixels of a TIFF file: block by block, row by row, so that hardly more than the picture stands in memory. */
final class TiffPixels {
    private final TiffLayout layout;
    private final TiffColours colours;
    private final Notes notes;
    private final TiffRow row;

    TiffPixels(TiffLayout layout, TiffColours colours, Notes notes) {
        this.layout = layout;
        this.colours = colours;
        this.notes = notes;
        this.row = new TiffRow(layout);
    }

    /** Takes the samples of a row of a block: those of a pixel side by side. */
    private interface Rows {
        void take(int x, int y, int width, double[] samples);
    }

    Samples read() throws IOException {
        if (!colours.knowsRange()) {
            eachRow((x, y, width, samples) -> colours.measure(samples, width));
            colours.fixRange(notes);
        }
        Samples picture = colours.blank(layout.size());
        int[] levels = new int[Math.max(4, layout.samples()) * layout.blocks().width()];
        eachRow((x, y, width, samples) -> {
            colours.levels(samples, width, levels);
            int to = y * layout.size().width() + x;
            for (int i = 0; i < width; i++) {
                picture.put(to + i, levels, i * colours.bands());
            }
        });
        return picture;
    }

    private void eachRow(Rows rows) throws IOException {
        for (int block = 0; block < layout.blocks().count(); block++) {
            if (layout.compression() == TiffCompression.JPEG) {
                jpeg(block, rows);
            } else if (colours.subsampling().isPresent()) {
                subsampled(block, rows);
            } else {
                plain(block, rows);
            }
        }
    }

    private int x(int block) {
        return block % layout.blocks().across() * layout.blocks().width();
    }

    private int y(int block) {
        return block / layout.blocks().across() * layout.blocks().height();
    }

    /** Columns of a block that lie in the picture. */
    private int width(int block) {
        return Math.min(layout.blocks().width(), layout.size().width() - x(block));
    }

    private void plain(int block, Rows rows) throws IOException {
        int planes = layout.planar() ? layout.samples() : 1;
        int width = layout.blocks().width();
        byte[] bytes = new byte[row.bytes(width)];
        double[] samples = new double[Math.multiplyExact(width, layout.samples())];
        List<DataInputStream> unpacked = new ArrayList<>();
        try {
            for (int plane = 0; plane < planes; plane++) {
                byte[] stored = layout.stored(block + plane * layout.blocks().count());
                unpacked.add(new DataInputStream(layout.compression().unpacked(stored)));
            }
            for (int y = 0; y < layout.rows(block); y++) {
                for (int plane = 0; plane < planes; plane++) {
                    fill(unpacked.get(plane), bytes, y(block) + y);
                    row.read(bytes, width * layout.together(), samples, plane, layout.planar() ? planes : 1);
                }
                rows.take(x(block), y(block) + y, width(block), samples);
            }
        } finally {
            for (DataInputStream in : unpacked) {
                in.close(); // zlib's memory lies outside of the heap
            }
        }
    }

    private static void fill(DataInputStream in, byte[] bytes, int y) throws IOException {
        try {
            in.readFully(bytes);
        } catch (EOFException | MalformedInputException e) {
            throw new RejectedImage(
                    RejectedImage.Reason.DAMAGED,
                    "the TIFF image is cut short or damaged: the data of row %d end too early or do not unpack"
                            .formatted(y),
                    e);
        }
    }

    /** Each strip or tile is a JPEG file without its tables, which stand in a tag (TIFF Technical Note 2). */
    private void jpeg(int block, Rows rows) throws IOException {
        Samples part = TiffJpeg.decoded(layout, block, notes);
        int channels = part.channels();
        double[] samples = new double[part.size().width() * channels];
        for (int y = 0; y < Math.min(layout.rows(block), part.size().height()); y++) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] = part.level(i / channels, y, i % channels);
            }
            rows.take(x(block), y(block) + y, width(block), samples);
        }
    }

    /** Units of some brightnesses and the two colours that they share (TIFF 6.0, section 21). */
    private void subsampled(int block, Rows rows) throws IOException {
        int across = colours.subsampling().orElseThrow().across();
        int down = colours.subsampling().orElseThrow().down();
        int units = (layout.blocks().width() + across - 1) / across;
        byte[] bytes = new byte[units * (across * down + 2)];
        double[] samples = new double[3 * units * across];
        try (DataInputStream in = new DataInputStream(layout.compression().unpacked(layout.stored(block)))) {
            subsampled(block, rows, in, bytes, samples);
        }
    }

    private void subsampled(int block, Rows rows, DataInputStream in, byte[] bytes, double[] samples)
            throws IOException {
        int across = colours.subsampling().orElseThrow().across();
        int down = colours.subsampling().orElseThrow().down();
        int units = (layout.blocks().width() + across - 1) / across;
        for (int y = 0; y < layout.rows(block); y += down) {
            fill(in, bytes, y(block) + y);
            for (int row = 0; row < Math.min(down, layout.rows(block) - y); row++) {
                for (int x = 0; x < units * across; x++) {
                    int unit = x / across * (across * down + 2);
                    samples[3 * x] = bytes[unit + row * across + x % across] & 0xFF;
                    samples[3 * x + 1] = bytes[unit + across * down] & 0xFF;
                    samples[3 * x + 2] = bytes[unit + across * down + 1] & 0xFF;
                }
                rows.take(x(block), y(block) + y + row, width(block), samples);
            }
        }
    }
}
