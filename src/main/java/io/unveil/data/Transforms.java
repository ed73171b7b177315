package io.unveil.data;

import io.unveil.degradation.Draws;
import io.unveil.image.Size;
import io.unveil.recipe.Fields;
import java.util.List;

/** The changes of each example, in the order in which the recipe lists them. */
public record Transforms(List<Transform> steps) {
    public static final Transforms NONE = new Transforms(List.of());
    static final Transforms IN_COLOUR = new Transforms(List.of(new InColour()));

    private static final List<String> KINDS =
            List.of("crop", "symmetries", "resize", "gray", "shift", "flip", "rotate", "exposure");
    private static final int LONGEST_SIDE = 8192;

    public Transforms {
        steps = List.copyOf(steps);
    }

    /** Squares of this side, cut at random, in one of their eight symmetries. */
    public static Transforms patches(int side) {
        return new Transforms(List.of(new RandomCrop(new Size(side, side)), new Symmetries()));
    }

    /** Pictures resized to the area of a square of this side, with one brightness and contrast. */
    public static Transforms standardised(int side) {
        return new Transforms(List.of(new Area(side), new Standardise()));
    }

    /** Reads the list under a key, which may be missing; faults are gathered there. */
    public static Transforms read(Fields fields, String key) {
        return fields.has(key) ? new Transforms(fields.list(key, Transforms::step)) : NONE;
    }

    private static Transform step(Fields entry) {
        String kind = entry.onlyKey(KINDS);
        if (kind.isEmpty()) {
            return new Gray(); // a placeholder: the fault is noted
        }
        Fields fields = entry.fields(kind);
        Transform step = switch (kind) {
            case "crop" -> crop(fields);
            case "symmetries" -> new Symmetries();
            case "resize" -> new Resize(size(fields));
            case "shift" -> new Shift(fields.integer("pixels", 1, LONGEST_SIDE), BorderMode.read(fields));
            case "flip" -> new Flip(Flip.Mirror.read(fields), fields.number("chance", 0, 1, 0.5));
            case "exposure" -> new Exposure(fields.number("contrast", 0, 1), fields.number("brightness", 0, 100));
            case "rotate" -> new Rotate(fields.number("degrees", 0, 180), BorderMode.read(fields));
            default -> new Gray();
        };
        fields.noOthers();
        return step;
    }

    private static Transform crop(Fields fields) {
        Size size = size(fields);
        String at = fields.has("at") ? fields.oneOf("at", "random", "middle", "loose") : "random";
        return switch (at) {
            case "middle" -> new MiddleCrop(size);
            case "loose" ->
                new LooseCrop(
                        size,
                        fields.number("degrees", 0, 180, 0),
                        fields.number("stretch", 1, 4, 1),
                        fields.number("share", 0, 1, 1));
            default -> new RandomCrop(size);
        };
    }

    private static Size size(Fields fields) {
        int height = fields.integer("height", 1, LONGEST_SIDE);
        return new Size(fields.integer("width", 1, LONGEST_SIDE), height);
    }

    /**
     * The size of the result; throws {@link UnusableData} where a transform cannot take the result of the one before.
     */
    public Size size(Size in) {
        Size size = in;
        for (Transform step : steps) {
            size = step.size(size);
        }
        return size;
    }

    /** The channels of the result. */
    public int channels(int in) {
        int channels = in;
        for (Transform step : steps) {
            channels = step.channels(channels);
        }
        return channels;
    }

    /**
     * The least size of a picture for these transforms: that of the first crop, unless pictures are resized before it.
     */
    public Size smallest() {
        return steps.stream()
                .flatMap(step -> step.smallest().stream())
                .findFirst()
                .orElse(new Size(1, 1));
    }

    /** Whether the transforms may turn or mirror examples. */
    public boolean turn() {
        return steps.stream().anyMatch(step -> step instanceof Symmetries || step instanceof Flip);
    }

    /** An example as it is learnt from: after all transforms. */
    public Example inTraining(Example in, Draws draws) {
        Example example = in;
        for (Transform step : steps) {
            example = step.inTraining(example, draws);
        }
        return example;
    }

    /** An example as it is measured with: without random changes. */
    public Example inMeasuring(Example in) {
        Example example = in;
        for (Transform step : steps) {
            example = step.inMeasuring(example);
        }
        return example;
    }
}
