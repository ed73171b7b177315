package io.unveil.pipeline.layers;

import io.unveil.image.Size;
import io.unveil.pipeline.Timing;
import java.util.List;

/**
 * What one layer makes of a picture.
 *
 * @param model the model's name
 * @param layer the layer, with sizes for this picture
 * @param read the size in which the network read the picture
 * @param maps some of its channels
 * @param window rows and columns of its kernels; empty where it has none
 * @param notes what was done to the picture before, in sentences
 */
public record LayerMaps(
        String model,
        String device,
        NetworkLayers.Row layer,
        Size read,
        List<Channel> maps,
        List<Integer> window,
        List<String> notes,
        Timing timing) {
    public LayerMaps {
        maps = List.copyOf(maps);
        notes = List.copyOf(notes);
    }

    /**
     * One channel of what comes out.
     *
     * @param index which
     * @param height rows
     * @param width columns
     * @param values row by row
     * @param kernels what it was made with: for each of the first planes that went in, the window's weights row by row;
     *     none where the layer has no windows
     */
    public record Channel(int index, int height, int width, float[] values, List<float[]> kernels) {}
}
