package io.unveil.autoencoder;

import io.unveil.autoencoder.layer.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The kernel of a convolution or of a transposed one, as it has been learnt.
 *
 * @param weight the tensor: (out, in, rows, columns), of a transposed convolution (in, out, rows, columns)
 * @param values row by row
 * @param transposed which of the two
 */
public record LearntKernel(Weight weight, float[] values, boolean transposed) {
    /** What one channel of the output weighs the first planes of the input with, each window row by row. */
    public List<float[]> of(int channel, int mostPlanes) {
        int planes = weight.shape().get(transposed ? 0 : 1);
        int outputs = weight.shape().get(transposed ? 1 : 0);
        int window = weight.shape().get(2) * weight.shape().get(3);
        List<float[]> windows = new ArrayList<>();
        for (int plane = 0; plane < Math.min(planes, mostPlanes); plane++) {
            int from = window * (transposed ? plane * outputs + channel : channel * planes + plane);
            windows.add(Arrays.copyOfRange(values, from, from + window));
        }
        return windows;
    }

    /** Rows and columns of a window. */
    public List<Integer> window() {
        return weight.shape().subList(2, 4);
    }
}
