package io.unveil.autoencoder.layer;

import java.util.ArrayList;
import java.util.List;

/**
 * Layers in sequence: each takes the output of the one before.
 *
 * @param place the start of the layers' places, such as {@code layers} or {@code layers.1.skip}
 * @param first the number of the first of them there
 */
public record Chain(String place, int first, List<Layer> layers) {
    /** One layer with its place and its input. */
    public record Link(String place, Layer layer, Shape in) {}

    /** The same layers in a chain within a layer. */
    public Chain under(String outer) {
        return new Chain(outer + "." + place, first, layers);
    }

    /**
     * All layers with their inputs; throws {@link Layer.DoesNotClose} with the place of the layer that cannot take its
     * input.
     */
    public List<Link> links(Shape in) {
        List<Link> links = new ArrayList<>();
        Shape shape = in;
        for (Layer layer : layers) {
            Link link = new Link(place + "." + (first + links.size()), layer, shape);
            shape = out(link);
            links.add(link);
        }
        return links;
    }

    private static Shape out(Link link) {
        try {
            Shape out = link.layer().shape(link.in());
            out.count(); // for its check
            return out;
        } catch (Layer.DoesNotClose e) {
            throw e.under(link.place());
        } catch (ArithmeticException e) {
            throw new Layer.DoesNotClose("gives more numbers than one picture can hold here, " + Integer.MAX_VALUE)
                    .under(link.place());
        }
    }

    public Shape shape(Shape in) {
        List<Link> links = links(in);
        return links.isEmpty() ? in : out(links.get(links.size() - 1));
    }

    public List<Weight> weights(Shape in) {
        return links(in).stream()
                .flatMap(link -> link.layer().weights(link.in()).stream().map(weight -> weight.under(link.place())))
                .toList();
    }

    public long multiplyAdds(Shape in) {
        return links(in).stream()
                .mapToLong(link -> link.layer().multiplyAdds(link.in()))
                .sum();
    }

    public Positions seenBy(Positions outputs, Shape in) {
        Positions region = outputs;
        List<Link> links = links(in);
        for (int i = links.size() - 1; i >= 0; i--) {
            region = links.get(i).layer().seenBy(region, links.get(i).in());
        }
        return region;
    }

    public String compile(String x, Shape in, Script script) {
        if (script.cropping().isPresent()) {
            return compile(x, in, script, script.cropping().get());
        }
        String y = x;
        for (Link link : links(in)) {
            y = link.layer().compile(y, link.in(), script);
            script.reached(y);
        }
        return y;
    }

    /** The same, where maps are cut before the layers that enlarge them. */
    private String compile(String x, Shape in, Script script, Cropping cropping) {
        List<Link> links = links(in);
        List<Positions> needed = needed(links, cropping.wanted());
        String y = x;
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            Shape out = out(link);
            String input = out.height() > link.in().height() ? cropping.cut(y, link.in(), needed.get(i), script) : y;
            cropping.want(needed.get(i + 1));
            y = link.layer().compile(input, link.in(), script);
            if (!(link.layer() instanceof Composite)) {
                cropping.made(y, input, link.in(), out);
            }
        }
        return y;
    }

    /** What is needed of the input of each layer, and at last of the output. */
    private static List<Positions> needed(List<Link> links, Positions output) {
        List<Positions> needed = new ArrayList<>(List.of(output));
        for (int i = links.size() - 1; i >= 0; i--) {
            needed.add(
                    0, links.get(i).layer().seenBy(needed.get(0), links.get(i).in()));
        }
        return needed;
    }

    /** As {@link #compile}, into the graph of an ONNX model. */
    public String onnx(String x, Shape in, OnnxGraph graph) {
        String y = x;
        for (Link link : links(in)) {
            y = link.layer().onnx(y, link.in(), graph);
        }
        return y;
    }
}
