package io.unveil.training;

import ai.djl.Device;
import io.unveil.autoencoder.Architecture;
import io.unveil.autoencoder.LayerTable;
import io.unveil.autoencoder.Network;
import io.unveil.autoencoder.Precision;
import io.unveil.autoencoder.Stage;
import io.unveil.autoencoder.TorchEngine;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.autoencoder.layer.Weight;
import io.unveil.degradation.noise.Noise;
import io.unveil.image.Difference;
import io.unveil.image.Picture;
import io.unveil.image.Pixels;
import io.unveil.model.Convention;
import io.unveil.model.ModelFolder;
import io.unveil.model.Task;
import io.unveil.page.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A network seen from inside, as parts of a page: its layers, its learnt kernels, and each layer's maps of one picture.
 */
public final class FeatureMaps {
    /** Of pictures that networks of any size are shown with. */
    private static final int SHOWN_SIDE = 96;

    /** Of each picture of a reconstruction, about, in CSS pixels. */
    private static final int RECONSTRUCTION_WIDTH = 224;

    private static final int MOST_KERNELS = 64;
    private static final int MOST_MAPS = 16;
    private static final int NUMBERS_A_LINE = 64;

    private final Architecture net;
    private final float[] weights;
    private final Pixels planes;

    private FeatureMaps(Architecture net, float[] weights, Pixels planes) {
        this.net = net;
        this.weights = weights;
        this.planes = middle(planes, net);
    }

    /**
     * A whole page on what a model does with one picture, an autoencoder's reconstruction and its error first. The
     * network reads what it reads when it serves ({@link Convention}): a network of one size the whole picture, others
     * its middle, up to 96 pixels a side. A denoiser is given sigma 25, a network that fills an empty hole.
     *
     * @throws Layer.DoesNotClose if the network does not take a picture of this size
     */
    public static String page(ModelFolder model, Picture picture) {
        Architecture net = model.architecture();
        Pixels planes = fed(model, picture);
        Page page = new Page(model.manifest().name());
        page.add("<p>%d weights, made for %s.</p>\n"
                .formatted(net.parameters(), model.manifest().task().word()));
        TorchEngine.noGradients();
        try (Network network = Network.load(Device.cpu(), net, model.weights(), Precision.FP32)) {
            FeatureMaps anatomy = new FeatureMaps(net, model.weights(), planes);
            if (model.manifest().task() == Task.AUTOENCODE) {
                page.section("Reconstruction", anatomy.reconstruction(network));
            }
            anatomy.addTo(page, network);
        }
        return page.toString();
    }

    /** The picture, its reconstruction, and the error between them, as a picture and as figures. */
    private String reconstruction(Network network) {
        Pixels back = Noise.asInFile(Validation.answer(network, planes));
        Pixels error = difference(back.inGray(), planes.inGray());
        int zoom = Math.max(1, RECONSTRUCTION_WIDTH / planes.width());
        int width = zoom * planes.width();
        int height = zoom * planes.height();
        return "<figure>%s%s%s<figcaption>input, output, and the difference: blue where the output is too dark, orange where too bright; %s</figcaption></figure>\n"
                .formatted(
                        Page.image(planes, width, height, "given"),
                        Page.image(back, width, height, "output"),
                        new Mosaic(error.height(), error.width(), List.of(error.values())).signed("difference", zoom),
                        words(Difference.between(planes, back)));
    }

    private static Pixels difference(Pixels a, Pixels b) {
        float[] values = a.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] -= b.values()[i];
        }
        return new Pixels(a.width(), a.height(), 1, values);
    }

    private static String words(Difference error) {
        return String.format(
                Locale.ROOT,
                "mean squared error %.1f in 8-bit levels, PSNR %.2f dB, SSIM %.3f",
                error.mse(),
                error.psnr(),
                error.ssim());
    }

    /** The sections on a network that runs: layers, kernels, and maps of these planes. */
    static void addTo(Page page, Network network, float[] weights, Pixels planes) {
        new FeatureMaps(network.architecture(), weights, planes).addTo(page, network);
    }

    private void addTo(Page page, Network network) {
        page.section("Layers", layers());
        page.section("Kernels of the first layer", kernels());
        page.section("Maps of each layer for one picture", maps(network));
    }

    /** What a model's network reads of a picture. */
    static Pixels fed(ModelFolder model, Picture picture) {
        Convention convention = model.convention();
        return convention.planes(convention.prepared(picture));
    }

    /** The input for the maps: the whole picture for a network of one size, else the middle, no larger than needed. */
    static Pixels middle(Pixels picture, Architecture net) {
        if (net.sides() instanceof Sides.Fixed) {
            net.sides().check(picture.height(), picture.width());
            return picture;
        }
        int multiple = net.unit().height();
        int height = Math.min(picture.height(), Math.max(multiple, SHOWN_SIDE)) / multiple * multiple;
        int width = Math.min(picture.width(), Math.max(multiple, SHOWN_SIDE)) / multiple * multiple;
        net.shape(Math.max(1, height), Math.max(1, width));
        return picture.region((picture.width() - width) / 2, (picture.height() - height) / 2, width, height);
    }

    private String layers() {
        StringBuilder rows =
                new StringBuilder("""
                <table><tr><th class="name">layer</th><th class="name">what</th><th>output</th><th>weights</th><th>multiply-adds</th><th>sees</th></tr>
                <tr><td class="name">input</td><td></td><td>%s</td><td></td><td></td><td></td></tr>
                """.formatted(new Shape(planes.channels(), planes.height(), planes.width())));
        for (LayerTable.Row row : LayerTable.of(net, planes.height(), planes.width())) {
            rows.append(
                    "<tr><td class=\"name inner\" style=\"--depth:%d\">%s</td><td class=\"name\">%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                            .formatted(
                                    row.depth(),
                                    row.place(),
                                    Page.escape(row.layer().words()),
                                    row.out(),
                                    number(row.parameters()),
                                    number(row.multiplyAdds()),
                                    row.receptiveField()));
        }
        return rows
                + "</table><p>A layer <i>sees</i> the widest input window on which one of its numbers depends.</p>\n";
    }

    private static String number(long value) {
        return value == 0 ? "" : String.format(Locale.ROOT, "%,d", value);
    }

    private String kernels() {
        int at = 0;
        for (Weight weight : net.weights()) {
            if (weight.shape().size() > 1) {
                return kernels(weight, at);
            }
            at += weight.count();
        }
        return "<p>No layer has any.</p>\n";
    }

    /** For a convolution one map per kernel and plane; for a dense layer the weights of each output. */
    private String kernels(Weight weight, int at) {
        Shape map = mapOf(weight);
        int height = map.height();
        int width = map.width();
        int all = weight.count() / (height * width);
        Mosaic mosaic = new Mosaic(height, width, cut(weights, at, height * width, Math.min(all, MOST_KERNELS)));
        return "<figure>%s<figcaption>%s, %d of %d, %s; blue is negative, orange positive</figcaption></figure>\n"
                .formatted(mosaic.signed("kernels"), weight.name(), Math.min(all, MOST_KERNELS), all, map.extent());
    }

    /**
     * The shape of one map: a convolution's window; the picture for a dense layer that reads a picture; a line for one
     * that reads numbers.
     */
    private Shape mapOf(Weight weight) {
        List<Integer> shape = weight.shape();
        if (shape.size() == 4) {
            return new Shape(1, shape.get(2), shape.get(3));
        }
        boolean readsPicture = shape.get(1) % (planes.height() * planes.width()) == 0;
        return readsPicture ? new Shape(1, planes.height(), planes.width()) : new Shape(1, 1, shape.get(1));
    }

    private String maps(Network network) {
        StringBuilder figures =
                new StringBuilder("<p>Each map from its own smallest number, black, to its own largest, white.</p>\n");
        figures.append(
                figure("input", "", new Shape(planes.channels(), planes.height(), planes.width()), planes(planes)));
        for (Stage stage : network.stages(planes.height(), planes.width(), planes.values())) {
            figures.append(figure(
                    stage.row().place(),
                    stage.row().layer().words(),
                    stage.row().out(),
                    stage.values()));
        }
        return figures.toString();
    }

    /** Plane by plane, as in {@link io.unveil.autoencoder.Stage}. */
    private static float[] planes(Pixels pixels) {
        int count = pixels.width() * pixels.height();
        float[] values = new float[pixels.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = pixels.values()[i % count * pixels.channels() + i / count];
        }
        return values;
    }

    private static String figure(String place, String what, Shape shape, float[] values) {
        int shown = Math.min(shape.channels(), MOST_MAPS);
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        String some = shape.positions() > 1 && shown < shape.channels() ? ", the first " + shown : "";
        return String.format(
                Locale.ROOT,
                "<figure>%s<figcaption><b>%s</b> %s, %s%s, %.3g to %.3g</figcaption></figure>\n",
                shape.positions() == 1
                        ? column(values)
                        : mosaic(shape, values, shown).gray(place),
                place,
                Page.escape(what),
                shape,
                some,
                least,
                most);
    }

    private static Mosaic mosaic(Shape shape, float[] values, int shown) {
        return new Mosaic(shape.height(), shape.width(), cut(values, 0, Math.toIntExact(shape.positions()), shown));
    }

    /** Numbers without a place in the picture, in lines of 64. */
    private static String column(float[] values) {
        int width = Math.min(values.length, NUMBERS_A_LINE);
        int height = (values.length + width - 1) / width;
        return new Mosaic(height, width, List.of(Arrays.copyOf(values, height * width))).gray("numbers");
    }

    private static List<float[]> cut(float[] values, int from, int count, int pieces) {
        List<float[]> cut = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            cut.add(Arrays.copyOfRange(values, from + i * count, from + (i + 1) * count));
        }
        return cut;
    }
}
