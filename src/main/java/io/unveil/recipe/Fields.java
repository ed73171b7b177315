package io.unveil.recipe;

import io.unveil.text.Words;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a recipe, read field by field. Faults are gathered with their places rather than thrown, so that a
 * user sees all of them at once; a faulty field reads as its fallback until {@link Faults#throwIfAny} ends the reading.
 */
public final class Fields {
    private final String place;
    private final Map<String, Node> nodes;
    private final int line;
    private final Faults faults;
    private final Set<String> read = new LinkedHashSet<>();

    private Fields(String place, Map<String, Node> nodes, int line, Faults faults) {
        this.place = place;
        this.nodes = nodes;
        this.line = line;
        this.faults = faults;
    }

    /** Reads a YAML text; {@code place} names it in messages. */
    public static Fields parse(String place, String yaml, Faults faults) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(1000);
        options.setCodePointLimit(1 << 20);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
            if (root == null) {
                faults.add(place, 1, "is empty");
                return new Fields("", Map.of(), 1, faults);
            }
            return mapping("", root, faults).orElseGet(() -> new Fields("", Map.of(), 1, faults));
        } catch (MarkedYAMLException e) {
            int at = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(place, at, "is not valid YAML: " + e.getProblem());
            return new Fields("", Map.of(), at, faults);
        } catch (YAMLException e) { // nested too deeply, or too many aliases: without a line
            faults.add(place, 1, "is not valid YAML: " + e.getMessage());
            return new Fields("", Map.of(), 1, faults);
        }
    }

    private static Optional<Fields> mapping(String place, Node node, Faults faults) {
        if (!(node instanceof MappingNode mapping)) {
            faults.add(place, lineOf(node), "must be a mapping of names to values");
            return Optional.empty();
        }
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (nodes.put(key, tuple.getValueNode()) != null) {
                faults.add(join(place, key), lineOf(tuple.getKeyNode()), "is given twice");
            }
        }
        return Optional.of(new Fields(place, nodes, lineOf(node), faults));
    }

    /** The mapping under a key; an empty one, whose fields all read as missing, where there is none. */
    public Fields fields(String key) {
        return node(key)
                .flatMap(node -> mapping(join(place, key), node, faults))
                .orElseGet(() -> new Fields(join(place, key), Map.of(), line, new Faults()));
    }

    /** Whether a key is there; the call makes it a known key. */
    public boolean has(String key) {
        read.add(key);
        return nodes.containsKey(key);
    }

    /** A whole number from least to most. */
    public int integer(String key, int least, int most) {
        return scalar(key).flatMap(node -> integer(key, node, least, most)).orElse(least);
    }

    public int integer(String key, int least, int most, int fallback) {
        return has(key) ? integer(key, least, most) : fallback;
    }

    private Optional<Integer> integer(String key, ScalarNode node, int least, int most) {
        try {
            int value = Integer.parseInt(node.getValue());
            if (value >= least && value <= most) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            // the fault below quotes the text
        }
        faults.add(
                join(place, key),
                lineOf(node),
                "must be a whole number from %d to %d, was '%s'".formatted(least, most, node.getValue()));
        return Optional.empty();
    }

    /** A number from least to most. */
    public double number(String key, double least, double most) {
        return scalar(key).flatMap(node -> number(key, node, least, most)).orElse(least);
    }

    public double number(String key, double least, double most, double fallback) {
        return has(key) ? number(key, least, most) : fallback;
    }

    private Optional<Double> number(String key, ScalarNode node, double least, double most) {
        try {
            double value = Double.parseDouble(node.getValue());
            if (value >= least && value <= most) { // false for NaN
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            // the fault below quotes the text
        }
        faults.add(
                join(place, key),
                lineOf(node),
                "must be a number from %s to %s, was '%s'".formatted(least, most, node.getValue()));
        return Optional.empty();
    }

    /** A list of numbers, each from least to most; empty where the key is missing. */
    public List<Double> numbers(String key, double least, double most) {
        return list(key, "numbers", (at, scalar) -> number(at, scalar, least, most));
    }

    /** A list of whole numbers, each from least to most; empty where the key is missing. */
    public List<Integer> integers(String key, int least, int most) {
        return list(key, "whole numbers", (at, scalar) -> integer(at, scalar, least, most));
    }

    private <T> List<T> list(String key, String of, BiFunction<String, ScalarNode, Optional<T>> entryAt) {
        Optional<Node> node = has(key) ? node(key) : Optional.empty();
        if (node.isEmpty() || !(node.get() instanceof SequenceNode sequence)) {
            node.ifPresent(n -> faults.add(join(place, key), lineOf(n), "must be a list of " + of));
            return List.of();
        }
        List<T> entries = new ArrayList<>();
        for (int i = 0; i < sequence.getValue().size(); i++) {
            Node entry = sequence.getValue().get(i);
            String at = key + "[" + i + "]";
            if (entry instanceof ScalarNode scalar) {
                entryAt.apply(at, scalar).ifPresent(entries::add);
            } else {
                faults.add(join(place, at), lineOf(entry), "must not be a list or have fields");
            }
        }
        return entries;
    }

    /** One of the allowed words. */
    public String oneOf(String key, String... allowed) {
        Optional<ScalarNode> found = scalar(key);
        if (found.isPresent() && !Arrays.asList(allowed).contains(found.get().getValue())) {
            faults.add(
                    join(place, key),
                    lineOf(found.get()),
                    "must be one of %s, was '%s'"
                            .formatted(String.join(", ", allowed), found.get().getValue()));
            return allowed[0];
        }
        return found.map(ScalarNode::getValue).orElse(allowed[0]);
    }

    /** Any name. */
    public String text(String key) {
        return scalar(key).map(ScalarNode::getValue).orElse("");
    }

    /** One of the constants of the fallback's type, by their words; the fallback where the key is missing. */
    public <E extends Enum<E>> E oneOf(String key, E fallback) {
        return has(key) ? oneOf(key, fallback.getDeclaringClass()) : fallback;
    }

    /** One of the constants of a type, by their words. */
    public <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        String[] words = Words.all(type).toArray(String[]::new);
        return Words.find(type, oneOf(key, words)).orElseThrow();
    }

    /** Whether there is a single value under a key that is no number. */
    public boolean isWord(String key) {
        return has(key)
                && nodes.get(key) instanceof ScalarNode scalar
                && !scalar.getValue().matches("[-+.\\d].*");
    }

    /** Height and width: one whole number for both, or a list of the two. */
    public Extent extent(String key, int least, int most) {
        if (has(key) && nodes.get(key) instanceof SequenceNode sequence) {
            return pair(key, sequence, least, most);
        }
        return Extent.square(integer(key, least, most));
    }

    public Extent extent(String key, int least, int most, Extent fallback) {
        return has(key) ? extent(key, least, most) : fallback;
    }

    private Extent pair(String key, SequenceNode sequence, int least, int most) {
        List<Integer> both = new ArrayList<>();
        for (Node node : sequence.getValue()) {
            if (node instanceof ScalarNode scalar) {
                integer(key, scalar, least, most).ifPresent(both::add);
            }
        }
        if (both.size() == 2 && sequence.getValue().size() == 2) {
            return new Extent(both.get(0), both.get(1));
        }
        if (sequence.getValue().size() != 2) {
            faults.add(join(place, key), lineOf(sequence), "must be one whole number, or a list of height and width");
        }
        return Extent.square(least);
    }

    /** The entries of a list, each handed over as a one-field mapping: {@code - relu} reads like {@code - relu: {}}. */
    public <T> List<T> list(String key, Function<Fields, T> reader) {
        Optional<Node> node = node(key);
        if (node.isEmpty() || !(node.get() instanceof SequenceNode sequence)) {
            node.ifPresent(n -> faults.add(join(place, key), lineOf(n), "must be a list"));
            return List.of();
        }
        List<T> entries = new ArrayList<>();
        for (Node entry : sequence.getValue()) {
            Fields fields = entry(join(place, key) + "[" + entries.size() + "]", entry);
            entries.add(reader.apply(fields));
        }
        return entries;
    }

    /** The value of a key as a one-field mapping: {@code loss: ssim} reads like {@code loss: {ssim: {}}}. */
    public Fields entry(String key) {
        return node(key)
                .map(node -> entry(join(place, key), node))
                .orElseGet(() -> new Fields(join(place, key), Map.of(), line, new Faults()));
    }

    private Fields entry(String at, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            return mapping(at, node, faults).orElseGet(() -> new Fields(at, Map.of(), lineOf(node), faults));
        }
        Node empty = new MappingNode(
                scalar.getTag(),
                true,
                List.of(),
                scalar.getStartMark(),
                scalar.getEndMark(),
                DumperOptions.FlowStyle.FLOW);
        return new Fields(at, Map.of(scalar.getValue(), empty), lineOf(scalar), faults);
    }

    /**
     * The only key of a one-field mapping, such as the name of a layer; a fault, and the first allowed one, if it is
     * none of these.
     */
    public String onlyKey(List<String> allowed) {
        if (nodes.size() != 1 || !allowed.contains(nodes.keySet().iterator().next())) {
            faults.add(
                    place,
                    line,
                    "must be one of %s, was '%s'"
                            .formatted(String.join(", ", allowed), String.join(", ", nodes.keySet())));
            return "";
        }
        String key = nodes.keySet().iterator().next();
        read.add(key);
        return key;
    }

    /** Ends the reading of this mapping: keys that were not read are faults. */
    public void noOthers() {
        for (Map.Entry<String, Node> entry : nodes.entrySet()) {
            if (!read.contains(entry.getKey())) {
                faults.add(
                        join(place, entry.getKey()),
                        lineOf(entry.getValue()),
                        "is unknown; known are " + String.join(", ", read));
            }
        }
    }

    /** How many faults have been found so far, here or elsewhere in the recipe. */
    public int faultsSoFar() {
        return faults.count();
    }

    /** Adds a fault of this whole mapping. */
    public void fault(String what) {
        faults.add(place, line, what);
    }

    private Optional<Node> node(String key) {
        read.add(key);
        Node node = nodes.get(key);
        if (node == null) {
            faults.add(join(place, key), line, "is missing");
        }
        return Optional.ofNullable(node);
    }

    private Optional<ScalarNode> scalar(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && !(node.get() instanceof ScalarNode)) {
            faults.add(join(place, key), lineOf(node.get()), "must be a single value");
            return Optional.empty();
        }
        return node.map(ScalarNode.class::cast);
    }

    private static String join(String place, String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
