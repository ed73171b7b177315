package io.unveil.autoencoder;

import io.unveil.autoencoder.layer.Channels;
import io.unveil.autoencoder.layer.Code;
import io.unveil.autoencoder.layer.Concat;
import io.unveil.autoencoder.layer.Convolution;
import io.unveil.autoencoder.layer.Dense;
import io.unveil.autoencoder.layer.Dropout;
import io.unveil.autoencoder.layer.Flatten;
import io.unveil.autoencoder.layer.Gelu;
import io.unveil.autoencoder.layer.Glu;
import io.unveil.autoencoder.layer.Layer;
import io.unveil.autoencoder.layer.LeakyRelu;
import io.unveil.autoencoder.layer.MaxPool;
import io.unveil.autoencoder.layer.MeanPool;
import io.unveil.autoencoder.layer.Relu;
import io.unveil.autoencoder.layer.Reshape;
import io.unveil.autoencoder.layer.Scale;
import io.unveil.autoencoder.layer.Shape;
import io.unveil.autoencoder.layer.Sides;
import io.unveil.autoencoder.layer.Sigmoid;
import io.unveil.autoencoder.layer.Skip;
import io.unveil.autoencoder.layer.Swish;
import io.unveil.autoencoder.layer.Tanh;
import io.unveil.autoencoder.layer.TransposedConvolution;
import io.unveil.autoencoder.layer.TransposedDense;
import io.unveil.autoencoder.layer.Upsample;
import io.unveil.recipe.BadRecipe;
import io.unveil.recipe.Faults;
import io.unveil.recipe.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the {@code net} section of a recipe: planes and sizes of the input, and the layers in order. */
public final class ArchitectureReader {
    private static final Map<String, Function<Fields, Layer>> KINDS = kinds();
    private static final Map<String, Function<List<Layer>, Layer>> COMPOSITES =
            new TreeMap<>(Map.of("skip", Skip::new, "concat", Concat::new));

    /** Where each layer stands in the recipe, by its place in the network. */
    private final Map<String, Fields> entries = new HashMap<>();

    private ArchitectureReader() {}

    private static Map<String, Function<Fields, Layer>> kinds() {
        Map<String, Function<Fields, Layer>> kinds = new LinkedHashMap<>();
        kinds.put("convolution", Convolution::read);
        kinds.put("transposed-convolution", TransposedConvolution::read);
        kinds.put("max-pool", MaxPool::read);
        kinds.put("mean-pool", MeanPool::read);
        kinds.put("upsample", Upsample::read);
        kinds.put("dense", Dense::read);
        kinds.put("transposed-dense", TransposedDense::read);
        kinds.put("flatten", fields -> new Flatten());
        kinds.put("reshape", Reshape::read);
        kinds.put("relu", fields -> new Relu());
        kinds.put("leaky-relu", LeakyRelu::read);
        kinds.put("sigmoid", fields -> new Sigmoid());
        kinds.put("tanh", fields -> new Tanh());
        kinds.put("swish", fields -> new Swish());
        kinds.put("gelu", fields -> new Gelu());
        kinds.put("glu", fields -> new Glu());
        kinds.put("scale", Scale::read);
        kinds.put("channels", Channels::read);
        kinds.put("dropout", Dropout::read);
        kinds.put("code", fields -> new Code());
        return kinds;
    }

    /** Gathers the section's faults; if there are any, the architecture is a placeholder that must not be used. */
    public static Architecture read(Fields net) {
        ArchitectureReader reader = new ArchitectureReader();
        int before = net.faultsSoFar();
        int inputs = net.integer("inputs", 1, Shape.MAX_CHANNELS);
        Sides sides = sides(net);
        List<Layer> layers = reader.layers(net, "layers", "layers");
        net.noOthers();
        Architecture architecture = new Architecture(inputs, sides, layers.isEmpty() ? List.of(new Relu()) : layers);
        if (net.faultsSoFar() == before) { // else placeholders would be reported as not fitting
            for (Flaw flaw : Flaw.of(architecture)) {
                reader.entries.getOrDefault(flaw.place(), net).fault(flaw.why());
            }
        }
        return architecture;
    }

    private static Sides sides(Fields net) {
        if (net.has("area")) {
            if (net.has("height") || net.has("width")) {
                net.fault("gives both an area and a size; give only one of them");
            }
            return new Sides.Area(net.integer("area", 16, Sides.LONGEST));
        }
        if (net.has("height") || net.has("width")) {
            return new Sides.Fixed(net.integer("height", 1, Sides.LONGEST), net.integer("width", 1, Sides.LONGEST));
        }
        return new Sides.Free();
    }

    /**
     * The architecture of a whole recipe; throws {@link BadRecipe}. The training section is not read, because no shape
     * depends on it. It was checked before the training, and the manifest's digest shows that it has not changed since.
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

    private List<Layer> layers(Fields fields, String key, String place) {
        List<Layer> layers = new ArrayList<>();
        fields.list(key, entry -> layers.add(layer(entry, place + "." + layers.size())));
        return layers;
    }

    private Layer layer(Fields entry, String place) {
        entries.put(place, entry);
        List<String> known = new ArrayList<>(KINDS.keySet());
        known.addAll(COMPOSITES.keySet());
        String kind = entry.onlyKey(known);
        if (COMPOSITES.containsKey(kind)) {
            return COMPOSITES.get(kind).apply(layers(entry, kind, place + "." + kind));
        }
        if (KINDS.containsKey(kind)) {
            Fields fields = entry.fields(kind);
            Layer layer = KINDS.get(kind).apply(fields);
            fields.noOthers();
            return layer;
        }
        return new Relu(); // a placeholder: the fault is noted
    }
}
