package io.unveil.autoencoder;

import java.util.List;

/** Reads the {@code net} section of a recipe: how many planes go in, and the layers in order. */
public final class ArchitectureReader {
    private static final List<String> KINDS = List.of("convolution", "transposed-convolution", "relu", "scale", "skip");
    private static final int MAX_CHANNELS = 4096;

    private ArchitectureReader() {}

    /** Gathers faults where the section has any; then the architecture is a stand-in that must not be used. */
    public static Architecture read(Fields net) {
        int inputs = net.integer("inputs", 1, MAX_CHANNELS);
        List<Layer> layers = layers(net, "layers");
        net.noOthers();
        Architecture architecture = new Architecture(inputs, layers.isEmpty() ? List.of(new Relu()) : layers);
        if (net.isSound()) {
            checkSizes(architecture, net);
        }
        return architecture;
    }

    private static void checkSizes(Architecture architecture, Fields net) {
        try {
            architecture.stride();
        } catch (Layer.DoesNotClose e) {
            net.fault(e.why());
        }
    }

    /**
     * The architecture of a whole recipe; throws {@link BadRecipe}. The section on training decides no shape and is not read: whoever
     * trained has checked it, and the manifest's digest says that it is still the same.
     */
    public static Architecture ofRecipe(String name, String yaml) {
        Faults faults = new Faults();
        Fields recipe = Fields.parse(name, yaml, faults);
        recipe.has("task");
        Architecture architecture = read(recipe.fields("net"));
        recipe.has("training");
        recipe.noOthers();
        faults.throwIfAny(name);
        return architecture;
    }

    private static List<Layer> layers(Fields fields, String key) {
        return fields.list(key, ArchitectureReader::layer);
    }

    private static Layer layer(Fields entry) {
        String kind = entry.onlyKey(KINDS);
        return switch (kind) {
            case "convolution" -> windowed(entry.fields(kind), Convolution::new);
            case "transposed-convolution" -> windowed(entry.fields(kind), TransposedConvolution::new);
            case "skip" -> new Skip(layers(entry, kind));
            case "scale" -> {
                Fields scale = entry.fields(kind);
                Layer layer = new Scale(scale.number("by", -1000, 1000));
                scale.noOthers();
                yield layer;
            }
            case "relu" -> {
                entry.fields(kind).noOthers();
                yield new Relu();
            }
            default -> new Relu(); // a stand-in: the fault is noted
        };
    }

    /** A layer of windows: both kinds of convolution say the same of themselves. */
    private interface Windowed {
        Layer of(int out, int kernel, int stride, int padding, double gain);
    }

    private static Layer windowed(Fields fields, Windowed kind) {
        Layer layer = kind.of(
                fields.integer("out", 1, MAX_CHANNELS),
                fields.integer("kernel", 1, 63),
                fields.integer("stride", 1, 16, 1),
                fields.integer("padding", 0, 62, 0),
                fields.number("gain", 0, 10, 1));
        fields.noOthers();
        return layer;
    }
}
