package io.unveil.image.codec;

/**
 * Prediction of a row's bytes from their neighbours (PNG specification, third edition, section 9). A line begins with as many zeros as a
 * pixel has bytes, so that every byte has one to its left.
 */
final class PngFilter {
    static final int AVERAGE = 3;

    private PngFilter() {}

    /** Turns differences into bytes, in place. */
    static void undo(int filter, byte[] line, byte[] above, int step) {
        switch (filter) {
            case 0 -> {}
            case 1 -> {
                for (int i = step; i < line.length; i++) {
                    line[i] += line[i - step];
                }
            }
            case 2 -> {
                for (int i = step; i < line.length; i++) {
                    line[i] += above[i];
                }
            }
            case AVERAGE -> {
                for (int i = step; i < line.length; i++) {
                    line[i] += (byte) (((line[i - step] & 255) + (above[i] & 255)) >> 1);
                }
            }
            case 4 -> {
                for (int i = step; i < line.length; i++) {
                    line[i] += (byte) paeth(line[i - step] & 255, above[i] & 255, above[i - step] & 255);
                }
            }
            default -> throw RejectedImage.damaged("the PNG image is damaged: there is no row filter " + filter);
        }
    }

    /** The differences of a line from the mean of left and above. */
    static void average(byte[] line, byte[] above, int step, byte[] differences) {
        for (int i = step; i < line.length; i++) {
            differences[i] = (byte) (line[i] - (((line[i - step] & 255) + (above[i] & 255)) >> 1));
        }
    }

    /** Of left, above and above left the one nearest to left + above - aboveLeft. */
    private static int paeth(int left, int above, int aboveLeft) {
        int toLeft = Math.abs(above - aboveLeft);
        int toAbove = Math.abs(left - aboveLeft);
        int toAboveLeft = Math.abs(left + above - 2 * aboveLeft);
        if (toLeft <= toAbove && toLeft <= toAboveLeft) {
            return left;
        }
        return toAbove <= toAboveLeft ? above : aboveLeft;
    }
}
